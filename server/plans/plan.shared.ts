import { z } from 'zod'

export interface PlanPriority {
  id: string
  /** its number in the plan, from 1 */
  position: number
  title: string
  certainty: 'seen' | 'inferred' | null
}

export interface PlanAxis {
  id: string
  position: number
  name: string
}

/** A group's plan: its frame, without the measures. */
export interface Plan {
  id: string
  title: string
  /** 'YYYY-MM-DD' */
  proposedOn: string | null
  /** 'YYYY-MM-DD' */
  approvedOn: string | null
  note: string | null
  source: string | null
  certainty: 'seen' | 'inferred' | null
  priorities: PlanPriority[]
  axes: PlanAxis[]
}

const line = z.string().trim().max(200, 'too-long')
// One a line, as they are typed; empty lines are nothing.
const lines = z
  .string()
  .transform(text => text.split('\n').filter(one => one.trim() !== ''))
  .pipe(z.array(line).max(50, 'too-long'))

export const createPlanInput = z.object({
  title: line.min(1, 'required'),
  priorities: lines.refine(names => names.length > 0, 'required'),
  axes: lines,
})
export type CreatePlanInput = z.infer<typeof createPlanInput>
