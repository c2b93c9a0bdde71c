import { z } from 'zod'
import { type MeasureStatus, measureStatuses } from './measure.shared'

/** How sure it is that the aim is reached, from sure to in danger. */
export const confidences = ['safe', 'reachable', 'needs-support', 'compromised'] as const
export type Confidence = (typeof confidences)[number]
/** What can be asked for of a measure: what its newest report says, or that there is none. */
export const confidencesOrNone = [...confidences, 'none'] as const

/**
 * A measure is stale when nobody reported on it for so long; one that was never reported on counts from the day it was made.
 * What is done or stopped needs no reports.
 */
export const STALE_AFTER_MONTHS = 6
export const finishedStatuses: readonly MeasureStatus[] = ['done', 'stopped']

const record = z.guid({ error: 'choose-one' })
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess(value => value || undefined, type.optional())
// A form sends every line end as two characters.
const text = z
  .string()
  .trim()
  .max(2000, 'too-long')
  .transform(value => value.replaceAll('\r\n', '\n'))
  .default('')

export const reportProgressInput = z
  .object({
    measureId: record,
    /** the newest report that its writer saw; absent: there was none */
    seen: orNothing(record),
    /** it corrects that report */
    isCorrection: z.preprocess(value => value === true || value === '1', z.boolean()),
    /** for which body, where one speaks for several; absent: the first that one can speak for */
    bodyId: orNothing(record),
    status: z.enum(measureStatuses, { error: 'choose-one' }),
    percentage: z.preprocess(
      value => (value === '' ? undefined : value),
      z.coerce
        .number({ error: 'not-a-percentage' })
        .int('not-a-percentage')
        .min(0, 'not-a-percentage')
        .max(100, 'not-a-percentage'),
    ),
    confidence: z.enum(confidences, { error: 'choose-one' }),
    achieved: text,
    hindrance: text,
    upcoming: text,
  })
  .refine(({ status, percentage }) => status !== 'done' || percentage === 100, {
    path: ['percentage'],
    message: 'done-is-all',
  })
export type ReportProgressInput = z.infer<typeof reportProgressInput>

/** What a report says of how far it is: what the next one begins with. */
export interface ProgressValues {
  status: MeasureStatus
  percentage: number
  confidence: Confidence
}

export interface ProgressReport extends ProgressValues {
  id: string
  measureId: string
  achieved: string
  hindrance: string
  upcoming: string
  /** for which body; null: nobody carries the measure */
  bodyId: string | null
  bodyCode: string | null
  bodyName: string | null
  colour: number | null
  /** by somebody who does not speak for that body: under the mandate of `byCode` */
  onBehalf: boolean
  byCode: string
  byName: string
  correctsId: string | null
  reportedAt: Date
  isDemo: boolean
}

/** A body that leads a measure or carries it along: who can say how far it is. */
export interface OwningBody {
  measureId: string
  bodyId: string
  code: string
  name: string
  colour: number
  role: 'lead' | 'co-lead'
}

/** What was set by hand after the newest report. */
export interface StatusByHand {
  at: Date
  byCode: string | null
  byName: string | null
}

/**
 * What its parts say of a measure, beside what is reported on the measure itself, which it does not replace. Of its
 * sub-measures: the average of what was reported on each that is not stopped. Of its milestones: how many of those that
 * were not dropped are reached.
 */
export interface RollUp {
  subMeasures: number
  /** of those, how many were reported on */
  reported: number
  average: number | null
  milestones: number
  reached: number
}

/** What the page of a measure shows of its progress. */
export interface MeasureProgress {
  rollUp: RollUp
  /** the newest first, the corrected ones among them */
  reports: ProgressReport[]
  owners: OwningBody[]
  /** set when the status is no longer what the newest report said */
  statusByHand: StatusByHand | null
  isStale: boolean
}
