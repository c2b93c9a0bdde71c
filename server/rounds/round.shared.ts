import { z } from 'zod'
import type { MeasureStatus } from '../measures/measure.shared'
import type { OwningBody, ProgressReport } from '../measures/progress.shared'

const record = z.guid({ error: 'choose-one' })
const lines = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, 'too-long')
    .transform(value => value.replaceAll('\r\n', '\n'))
    .default('')

export const openRoundInput = z.object({
  title: z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too-long'),
  question: lines(2000),
  /** the last day to answer, 'YYYY-MM-DD' */
  dueOn: z.iso.date({ error: 'not-a-date' }),
  /** which measures, as the address of the plan says it; empty: all of the plan */
  filter: z.string().max(1000, 'too-long').default(''),
  /** also what is done or stopped */
  withFinished: z.preprocess(value => value === true || value === '1' || value === 'on', z.boolean()),
})
export type OpenRoundInput = z.infer<typeof openRoundInput>

/** `bodyId` absent: everybody who has not answered */
export const remindOwnersInput = z.object({
  roundId: record,
  bodyId: z.preprocess(value => value || undefined, record.optional()),
})
export type RemindOwnersInput = z.infer<typeof remindOwnersInput>

export const closeRoundInput = z.object({ roundId: record, conclusion: lines(5000) })
export type CloseRoundInput = z.infer<typeof closeRoundInput>

/** A round as a row of the list. */
export interface RoundInList {
  id: string
  title: string
  /** 'YYYY-MM-DD' */
  dueOn: string
  openedAt: Date
  closedAt: Date | null
  isDemo: boolean
  measureCount: number
  answeredCount: number
}

/** A measure in a round. What is shown of it is how it stood when the round closed, or how it stands now. */
export interface RoundMeasure {
  id: string
  number: number | null
  title: string
  priorityPosition: number
  priorityTitle: string
  status: MeasureStatus
  owners: OwningBody[]
  /** the newest report, from this round or before it */
  report: ProgressReport | null
  /** somebody reported since the round opened */
  isAnswered: boolean
}

/** A body that is asked in a round. */
export interface RoundBody {
  bodyId: string
  code: string
  name: string
  colour: number
  asked: number
  answered: number
  /** what it still owes */
  open: { id: string; title: string }[]
  /** the newest last */
  remindedAt: Date[]
}

export interface RoundFacts {
  id: string
  planTitle: string
  title: string
  question: string
  filter: string
  dueOn: string
  openedAt: Date
  openedByCode: string
  closedAt: Date | null
  conclusion: string
  isDemo: boolean
}

/** A round with everything its page shows. */
export interface Round extends RoundFacts {
  /** in the order of the plan */
  measures: RoundMeasure[]
  /** those who owe most first */
  bodies: RoundBody[]
}

/** What a body is asked in an open round and has not answered yet. */
export interface UpdateAsked {
  roundId: string
  roundTitle: string
  question: string
  dueOn: string
  isDemo: boolean
  measureId: string
  measureTitle: string
  bodyId: string
  bodyCode: string
  bodyName: string
  colour: number
  /** when it was last reminded */
  remindedAt: Date | null
  report: ProgressReport | null
  status: MeasureStatus
}
