import { z } from 'zod'

/** From who carries it to who is only told. */
export const responsibilityRoles = ['lead', 'co-lead', 'must-agree', 'consulted', 'informed'] as const
export const responsibilityStates = ['proposed', 'accepted', 'handed-back', 'ended'] as const

export type ResponsibilityRole = (typeof responsibilityRoles)[number]
export type ResponsibilityState = (typeof responsibilityStates)[number]

const record = z.guid({ error: 'choose-one' })
// A form sends an empty text for what was left out.
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess(value => value || undefined, type.optional())

const reason = z.string({ error: 'required' }).trim().min(1, 'required').max(1000, 'too-long')

export const proposeResponsibilityInput = z.object({
  measureId: record,
  bodyId: record,
  role: z.enum(responsibilityRoles, { error: 'choose-one' }),
  personId: orNothing(record),
})
export type ProposeResponsibilityInput = z.infer<typeof proposeResponsibilityInput>

export const acceptResponsibilityInput = z.object({ responsibilityId: record })
export type AcceptResponsibilityInput = z.infer<typeof acceptResponsibilityInput>

export const handBackResponsibilityInput = z.object({ responsibilityId: record, reason })
export type HandBackResponsibilityInput = z.infer<typeof handBackResponsibilityInput>

export const endResponsibilityInput = z.object({ responsibilityId: record, reason: orNothing(reason) })
export type EndResponsibilityInput = z.infer<typeof endResponsibilityInput>

export const transferResponsibilityInput = z.object({
  responsibilityId: record,
  bodyId: record,
  personId: orNothing(record),
})
export type TransferResponsibilityInput = z.infer<typeof transferResponsibilityInput>

const orNobody = z.preprocess(value => value || null, record.nullable())

/** Who it was when the change began, and who it must become; null: only the body. */
export const changeResponsiblePersonInput = z.object({ responsibilityId: record, before: orNobody, personId: orNobody })
export type ChangeResponsiblePersonInput = z.infer<typeof changeResponsiblePersonInput>

/** A responsibility as a page of its measure shows it. */
export interface ResponsibilityOnMeasure {
  id: string
  bodyId: string
  bodyCode: string
  bodyName: string
  sectorId: string
  colour: number
  personId: string | null
  personName: string | null
  /** the person no longer acts for the body: its mandate ended, or the account was closed */
  isPersonGone: boolean
  /** of a transfer: the body that carries it until this one accepts, or did */
  followsBodyId: string | null
  followsBodyCode: string | null
  role: ResponsibilityRole
  state: ResponsibilityState
  source: string | null
  certainty: 'seen' | 'inferred' | null
  isDemo: boolean
  proposedByCode: string | null
  proposedAt: Date
  /** why it is in this state, as it was last answered */
  answerReason: string | null
  answeredByCode: string | null
  answeredAt: Date | null
}

/** What a body was asked and has not answered yet. */
export interface ResponsibilityToAnswer {
  id: string
  role: ResponsibilityRole
  /** whom the question is for, when it is for one person */
  personId: string | null
  proposedAt: Date
  isDemo: boolean
  measureId: string
  measureTitle: string
  bodyCode: string
  bodyName: string
  colour: number
  /** the body that asks; null: it came with the plan */
  proposedByCode: string | null
  /** of a transfer: the body that carries it until this one accepts */
  followsBodyCode: string | null
}

/** What a body carries through a person who no longer acts for it. */
export interface ResponsibilityWithoutPerson {
  id: string
  role: ResponsibilityRole
  /** who it was */
  personId: string
  personName: string
  bodyId: string
  bodyCode: string
  measureId: string
  measureTitle: string
}

/** What happened to a responsibility, at a moment. */
export interface ResponsibilityEvent {
  kind: 'proposed' | 'accepted' | 'handed-back' | 'ended' | 'person'
  at: Date
  byCode: string | null
  byName: string | null
  reason: string | null
  /** of `proposed` and `person`: who does it for the body; null: only the body */
  personName: string | null
}

/** A responsibility from the first question to the last answer. */
export interface ResponsibilityHistory {
  id: string
  role: ResponsibilityRole
  state: ResponsibilityState
  bodyCode: string
  bodyName: string
  colour: number
  isDemo: boolean
  /** it came with the plan, so nobody asked or accepted it here */
  isFromPlan: boolean
  /** the body accepted it, here or with the plan */
  wasCarried: boolean
  /** when the body took it up; null: never, or with the plan */
  carriedFrom: Date | null
  /** when it stopped; null: it carries it still, or never did */
  carriedUntil: Date | null
  followsBodyCode: string | null
  events: ResponsibilityEvent[]
}
