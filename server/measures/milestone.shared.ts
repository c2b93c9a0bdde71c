import { z } from 'zod'
import { isOver, partialDate } from './partial-date.shared'

/** What is on record about a milestone; dates are 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export interface MilestoneRecord {
  plannedFor: string | null
  reachedOn: string | null
  /** why it will not come; null: it was not dropped */
  droppedReason: string | null
}

export const milestoneStates = ['reached', 'dropped', 'late', 'planned'] as const
export type MilestoneState = (typeof milestoneStates)[number]

/**
 * Where a milestone stands. It is late once the whole of the period that it was planned for has passed and it was neither
 * reached nor dropped: what is planned for 2026 is late from 1 January 2027 on. `late-milestones.ts` says the same in SQL.
 * @param today the day it is in Brussels, 'YYYY-MM-DD'
 */
export function milestoneState({ plannedFor, reachedOn, droppedReason }: MilestoneRecord, today: string) {
  if (droppedReason !== null) return 'dropped'
  if (reachedOn !== null) return 'reached'
  return plannedFor !== null && isOver(plannedFor, today) ? 'late' : 'planned'
}

/** The date that counts: when it was reached, else when it is planned. */
export const milestoneDate = ({ plannedFor, reachedOn }: Omit<MilestoneRecord, 'droppedReason'>) =>
  reachedOn ?? plannedFor

const record = z.guid({ error: 'choose-one' })
const label = z.string({ error: 'required' }).trim().min(1, 'required').max(200, 'too-long')
const reason = z.string({ error: 'reason-required' }).trim().min(1, 'reason-required').max(1000, 'too-long')
// A form sends an empty text for what was left out.
const orNull = <T extends z.ZodType>(type: T) => z.preprocess(value => value || null, type.nullable())
const orNothing = <T extends z.ZodType>(type: T) => z.preprocess(value => value || undefined, type.optional())

export const addMilestoneInput = z.object({
  measureId: record,
  label,
  date: partialDate,
  /** the date says when it happened, not when it is planned */
  isReached: z.preprocess(value => value === true || value === 'on', z.boolean()),
})
export type AddMilestoneInput = z.infer<typeof addMilestoneInput>

const before = orNull(partialDate)

/** One field: what it was when the change began, and what it must become. */
export const milestoneChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('label'), before: z.string(), value: label }),
  z.object({ field: z.literal('plannedFor'), before, value: orNull(partialDate) }),
  z.object({ field: z.literal('reachedOn'), before, value: orNull(partialDate) }),
])
export type MilestoneChange = z.infer<typeof milestoneChange>

export const changeMilestoneInput = z.object({
  milestoneId: record,
  changes: z.array(milestoneChange).min(1),
  /** why it moves; needed when it does */
  reason: orNothing(reason),
})
export type ChangeMilestoneInput = z.infer<typeof changeMilestoneInput>

export const dropMilestoneInput = z.object({ milestoneId: record, reason })
export type DropMilestoneInput = z.infer<typeof dropMilestoneInput>

export const resumeMilestoneInput = z.object({ milestoneId: record })
export type ResumeMilestoneInput = z.infer<typeof resumeMilestoneInput>

/** A step that a milestone took, as the page of its measure tells it. */
export interface MilestoneMove {
  from: string | null
  to: string | null
  reason: string | null
  byCode: string
  at: Date
}

/** A milestone as the page of its measure shows it. */
export interface MilestoneOnMeasure extends MilestoneRecord {
  id: string
  label: string
  state: MilestoneState
  source: string | null
  certainty: 'seen' | 'inferred' | null
  isDemo: boolean
  /** each time that it was moved, the newest first */
  moves: MilestoneMove[]
}
