import { z } from 'zod'
import type { BodyMark } from '../bodies/body.shared'
import { type MeasureStatus, measureStatuses } from '../measures/measure.shared'
import { partialDate } from '../measures/partial-date.shared'
import type { ServedCondition } from '../positions/condition.shared'

/** The closed lists of an effect, in the order in which they are offered. */
export const effectKinds = ['set-status', 'set-lead', 'set-date', 'set-wording', 'ask-body'] as const
export const effectStates = ['to-apply', 'asked', 'applied', 'dropped'] as const
export type EffectKind = (typeof effectKinds)[number]
export type EffectState = (typeof effectStates)[number]
export type EffectStep = 'asked' | 'applied' | 'refused' | 'dropped'

const record = z.guid({ error: 'choose-one' })
// A form sends an empty text for what was left out.
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess(value => value || undefined, type.optional())
const lines = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value)
const words = z.preprocess(lines, z.string({ error: 'required' }).trim().min(1, 'required').max(8000, 'too-long'))

const row = {
  dueOn: orNothing(z.iso.date({ error: 'not-a-date' })),
  /** as soon as the decision is recorded, where that can be */
  applyNow: z.preprocess(value => value === true || value === 'on', z.boolean()),
}

/** What a decision changes of a measure, or asks of a body; each is a row of the form. */
export const effectInput = z.discriminatedUnion('kind', [
  z.object({
    ...row,
    kind: z.literal('set-status'),
    measureId: record,
    status: z.enum(measureStatuses, { error: 'choose-one' }),
  }),
  z.object({ ...row, kind: z.literal('set-lead'), measureId: record, bodyId: record }),
  z.object({
    ...row,
    kind: z.literal('set-date'),
    measureId: record,
    /** the beginning or the end of the measure, or one of its milestones */
    of: z.union([z.enum(['startsOn', 'endsOn']), record], { error: 'choose-one' }),
    date: partialDate,
  }),
  z.object({
    ...row,
    kind: z.literal('set-wording'),
    measureId: record,
    /** the words that stand there now; left out: the wording comes as a paragraph at the end */
    passage: orNothing(words),
    wording: words,
  }),
  z.object({ ...row, kind: z.literal('ask-body'), measureId: orNothing(record), bodyId: record, question: words }),
])
export type EffectInput = z.infer<typeof effectInput>

/** What is stored of it beside the records that it names. */
export const effectPayload = {
  'set-status': z.object({ status: z.enum(measureStatuses) }),
  'set-lead': z.object({}),
  'set-date': z.object({ field: z.enum(['startsOn', 'endsOn', 'milestone']), date: z.string() }),
  'set-wording': z.object({ passage: z.string().optional(), wording: z.string() }),
  'ask-body': z.object({ question: z.string() }),
} satisfies Record<EffectKind, z.ZodType>

/** `seen`: what the reader saw that it is now; where it is something else by then, nothing is applied */
export const applyEffectInput = z.object({ effectId: record, seen: z.string().optional() })
export type ApplyEffectInput = z.infer<typeof applyEffectInput>

export const dropEffectInput = z.object({
  effectId: record,
  reason: z.string({ error: 'reason-required' }).trim().min(1, 'reason-required').max(1000, 'too-long'),
})
export type DropEffectInput = z.infer<typeof dropEffectInput>

/** What became of an effect, at a moment. */
export interface EffectStepLine {
  step: EffectStep
  /** refused: a word that the catalogues know; dropped: what somebody wrote */
  reason: string | null
  byCode: string | null
  at: Date
  actionItemId: string | null
}

/** What an effect changes, with the words for what it changes it into. */
export interface Effect {
  id: string
  decisionId: string
  kind: EffectKind
  state: EffectState
  /** 'YYYY-MM-DD' */
  dueOn: string | null
  /** still to be done, and its day is past */
  isOverdue: boolean
  isDemo: boolean
  measure: { id: string; title: string; status: MeasureStatus } | null
  body: BodyMark | null
  milestone: { id: string; label: string } | null
  status: MeasureStatus | null
  /** of `set-date`: which date, and what it must become */
  dateOf: 'startsOn' | 'endsOn' | 'milestone' | null
  date: string | null
  passage: string | null
  /** new wording, or what is asked */
  words: string | null
  /** what it is now, as `seen` says it back; of a lead the code of its body; null: nothing, or not to be said in a word */
  now: string | null
  /** what it was just before it was applied, said in the same way */
  before: string | null
  /** the conditions of positions that it meets */
  serves: ServedCondition[]
  /** the oldest first */
  steps: EffectStepLine[]
}

/** An effect that waits, with the decision that it follows from. */
export interface EffectToApply extends Effect {
  decision: { id: string; year: number; number: number; title: string }
}
