import { z } from 'zod'
import type { BodyMark } from '../bodies/body.shared'

export const conditionStates = ['open', 'met', 'overruled', 'withdrawn'] as const
export type ConditionState = (typeof conditionStates)[number]
export type ConditionStepName = 'met' | 'overruled' | 'reopened' | 'withdrawn'

const record = z.guid({ error: 'choose-one' })
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess(value => value || undefined, type.optional())
const text = (longest: number) => z.string().trim().max(longest, 'too-long')

/** What meets it: a passage of the text as it is now, a discussion about the measure, or a decision. */
const answer = { quote: orNothing(text(2000)), threadId: orNothing(record), decisionId: orNothing(record) }

export const meetConditionInput = z.object({ conditionId: record, reason: text(1000).default(''), ...answer })
export type MeetConditionInput = z.infer<typeof meetConditionInput>

export const linkConditionInput = z
  .object({ conditionId: record, ...answer })
  .refine(({ quote, threadId, decisionId }) => quote || threadId || decisionId, { error: 'required', path: ['quote'] })
export type LinkConditionInput = z.infer<typeof linkConditionInput>

export const overruleConditionInput = z.object({
  conditionId: record,
  reason: z.string({ error: 'required' }).trim().min(1, 'reason-required').max(1000, 'too-long'),
})
export type OverruleConditionInput = z.infer<typeof overruleConditionInput>

export const reopenConditionInput = z.object({ conditionId: record })
export type ReopenConditionInput = z.infer<typeof reopenConditionInput>

/** What became of a condition, by whom. */
export interface ConditionStep {
  conditionId: string
  step: ConditionStepName
  reason: string
  takenAt: Date
  byCode: string
}

/** What meets a condition. */
export interface ConditionLink {
  id: string
  conditionId: string
  /** a passage of a version of the text */
  quote: string | null
  version: number | null
  /** a discussion, with the passage that it is about and whether it proposes wording */
  thread: { id: string; quote: string; isProposal: boolean } | null
  decision: { id: string; year: number; number: number; title: string } | null
  byCode: string
  linkedAt: Date
}

/** A condition with what became of it. */
export interface Condition {
  id: string
  measureId: string
  measureTitle: string
  roundId: string
  body: BodyMark & { sectorId: string }
  text: string
  raisedAt: Date
  isDemo: boolean
  state: ConditionState
  /** the oldest first */
  steps: ConditionStep[]
  links: ConditionLink[]
}
