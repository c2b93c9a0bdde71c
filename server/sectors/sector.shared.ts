import type { BodyMark } from '../bodies/body.shared'
import type { MeasureStatus } from '../measures/measure.shared'
import type { ResponsibilityRole } from '../measures/responsibility.shared'
import type { Condition } from '../positions/condition.shared'
import type { BodyPosition } from '../positions/position.shared'
import type { PositionsOwed } from '../positions/position-round.shared'

export interface CarriedMeasure {
  measureId: string
  title: string
  status: MeasureStatus
  role: ResponsibilityRole
  body: BodyMark
}

/** What the bodies of a sector carry, owe, said and wait for in a group. */
export interface SectorPage {
  id: string
  nameNl: string
  nameEn: string
  colour: number
  bodies: BodyMark[]
  /** led, or helped to lead */
  carries: CarriedMeasure[]
  /** asked of its bodies, and not answered */
  toAnswer: CarriedMeasure[]
  positionsOwed: PositionsOwed[]
  /** as the newest round about each measure asked for them */
  positions: (BodyPosition & { measureTitle: string })[]
  /** that its bodies raised, and are not met */
  raised: Condition[]
  /** that others raised about what its bodies lead */
  raisedByOthers: Condition[]
  /** texts that somebody wrote in for one of its bodies */
  wroteIn: { measureId: string; title: string; bodies: BodyMark[] }[]
}
