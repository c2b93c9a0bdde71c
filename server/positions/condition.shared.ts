import { z } from 'zod'
import type { ActionState } from '../actions/action.shared'
import type { BodyMark } from '../bodies/body.shared'
import type { EffectKind, EffectState } from '../decisions/effect.shared'
import type { Proposal } from '../discussions/discussion.shared'

export const conditionStates = ['open', 'met', 'overruled', 'withdrawn'] as const
export type ConditionState = (typeof conditionStates)[number]
export type ConditionStepName = 'met' | 'overruled' | 'reopened' | 'withdrawn'

const record = z.guid({ error: 'choose-one' })
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess(value => value || undefined, type.optional())
const text = (longest: number) => z.string().trim().max(longest, 'too-long')

/** What meets it: a passage of the text as it is now, a discussion about the measure, a decision, what one changes, or an action. */
const answer = {
  quote: orNothing(text(2000)),
  threadId: orNothing(record),
  decisionId: orNothing(record),
  effectId: orNothing(record),
  actionItemId: orNothing(record),
}
const whatMeetsIt = z.object(answer)
export type WhatMeetsIt = z.infer<typeof whatMeetsIt>

export const meetConditionInput = z.object({ conditionId: record, reason: text(1000).default(''), ...answer })
export type MeetConditionInput = z.infer<typeof meetConditionInput>

export const linkConditionInput = z
  .object({ conditionId: record, ...answer })
  .refine(({ conditionId, ...what }) => Object.values(what).some(Boolean), { error: 'required', path: ['quote'] })
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
  /** a discussion, with the passage that it is about and what became of the wording that it proposes */
  thread: { id: string; quote: string; proposal: Proposal['state'] | null } | null
  /** a decision, or the one that an effect follows from */
  decision: { id: string; year: number; number: number; title: string } | null
  effect: { id: string; kind: EffectKind; state: EffectState } | null
  action: { id: string; title: string; bodyCode: string; state: ActionState } | null
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

/** A condition, as what meets it shows it. */
export interface ServedCondition {
  id: string
  measureId: string
  text: string
  bodyCode: string
  state: Exclude<ConditionState, 'withdrawn'>
}
