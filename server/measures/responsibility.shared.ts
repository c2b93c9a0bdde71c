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

/** A responsibility as a page of its measure shows it. */
export interface ResponsibilityOnMeasure {
  id: string
  bodyId: string
  bodyCode: string
  bodyName: string
  colour: number
  personId: string | null
  personName: string | null
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
}
