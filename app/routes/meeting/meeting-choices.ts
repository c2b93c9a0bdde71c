import type { BodyMark } from '#server/bodies/body.shared'

export interface MeasureChoice {
  id: string
  number: number | null
  title: string
}

/** What the forms of a meeting offer to whom runs it. */
export interface MeetingChoices {
  bodies: BodyMark[]
  measures: MeasureChoice[]
  /** the id that the next decision gets, so that a form that is sent twice records one, and the number to expect */
  nextDecision: { id: string; year: number; number: number }
}
