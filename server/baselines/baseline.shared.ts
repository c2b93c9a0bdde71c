import { z } from 'zod'

/** Why the plan was frozen, in the order in which it is offered. */
export const baselineReasons = ['approval', 'revision', 'period', 'report', 'other'] as const
export type BaselineReason = (typeof baselineReasons)[number]

export const freezeBaselineInput = z.object({
  name: z.string({ error: 'required' }).trim().min(1, 'required').max(120, 'too-long'),
  reason: z.enum(baselineReasons, { error: 'choose-one' }),
  /** the day that it stands for */
  datedOn: z.iso.date({ error: 'not-a-date' }),
  note: z.string().trim().max(1000, 'too-long').default(''),
})
export type FreezeBaselineInput = z.infer<typeof freezeBaselineInput>

/** A baseline as a list shows it. */
export interface BaselineLine {
  id: string
  /** from 1, in the order in which they were frozen */
  number: number
  name: string
  reason: BaselineReason
  /** 'YYYY-MM-DD' */
  datedOn: string
  note: string
  frozenAt: Date
  byName: string
  byCode: string
  byBodyName: string
  colour: number
  /** how many measures the plan had then */
  measures: number
}
