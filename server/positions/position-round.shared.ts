import type { JSONContent } from '@tiptap/core'
import { z } from 'zod'
import type { BodyMark } from '../bodies/body.shared'
import type { Condition } from './condition.shared'
import {
  type BodyPosition,
  type PositionDraft,
  type SilenceMeaning,
  type StandingCount,
  silenceMeanings,
} from './position.shared'

const record = z.guid({ error: 'choose-one' })

export const openPositionRoundInput = z.object({
  title: z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too-long'),
  question: z
    .string()
    .trim()
    .max(2000, 'too-long')
    .transform(value => value.replaceAll('\r\n', '\n'))
    .default(''),
  /** the day and the hour at which it closes, where the group meets */
  date: z.iso.date({ error: 'not-a-date' }),
  time: z.string({ error: 'not-a-time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time'),
  silenceMeans: z.enum(silenceMeanings, { error: 'choose-one' }),
  measureIds: z.array(record).min(1, 'measure-missing').max(50, 'too-many-items'),
  bodyIds: z.array(record).min(1, 'body-missing').max(100, 'too-many-items'),
})
export type OpenPositionRoundInput = z.infer<typeof openPositionRoundInput>

export const closePositionRoundInput = z.object({ roundId: record })
export type ClosePositionRoundInput = z.infer<typeof closePositionRoundInput>

export interface PositionRoundFacts {
  id: string
  title: string
  question: string
  closesAt: Date
  silenceMeans: SilenceMeaning
  openedAt: Date
  openedByCode: string
  closedAt: Date | null
  /** null once closed: by itself */
  closedByCode: string | null
  isDemo: boolean
}

/** A round as a row of the list. */
export interface PositionRoundInList extends PositionRoundFacts {
  measures: { id: string; title: string }[]
  bodyCount: number
  /** of all measures and bodies together */
  asked: number
  answered: number
  /** how bodies stand now, over all measures */
  counts: StandingCount[]
}

/** A measure that a round asks about, on the version that was frozen for it. */
export interface RoundedMeasure {
  id: string
  number: number | null
  title: string
  documentId: string
  version: { id: string; number: number; createdAt: Date }
  /** of the text as it is now */
  hash: string
  /** the text says something else now than the version that was asked about */
  isMoved: boolean
}

/** What a measure said when a round opened, and what it says now; ProseMirror JSON. */
export interface RoundedText {
  measureId: string
  then: JSONContent
  now: JSONContent
}

/** A round with everything its page shows. */
export interface PositionRound extends PositionRoundFacts {
  measures: RoundedMeasure[]
  /** the sectors that are asked, each with its bodies */
  sectors: { id: string; nameNl: string; nameEn: string; colour: number; bodies: BodyMark[] }[]
  positions: BodyPosition[]
  conditions: Condition[]
  /** of the bodies that the reader speaks for */
  drafts: PositionDraft[]
}

/** What a body is asked in an open round and has not answered yet. */
export interface PositionsOwed {
  roundId: string
  title: string
  question: string
  closesAt: Date
  silenceMeans: SilenceMeaning
  isDemo: boolean
  body: BodyMark
  /** those without a position, with whether a draft is kept */
  measures: { id: string; title: string; hasDraft: boolean }[]
}

/** The newest round about a measure. */
export interface RoundAbout extends Pick<PositionRoundFacts, 'id' | 'title' | 'question' | 'closesAt' | 'closedAt'> {
  measureId: string
}

/** A closed round, with how it came out. */
export interface ClosedRound {
  id: string
  title: string
  closedAt: Date
  measureIds: string[]
  counts: StandingCount[]
}

/** What a form that opens a round can offer. */
export interface RoundChoices {
  /** in the order of the plan */
  measures: { id: string; number: number | null; title: string }[]
  sectors: { id: string; nameNl: string; nameEn: string; bodies: BodyMark[] }[]
  /** the bodies that the chosen measures concern most */
  suggested: string[]
}
