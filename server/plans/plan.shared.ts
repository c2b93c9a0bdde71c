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
