import type { BodyMark } from '../bodies/body.shared'
import type { MeasureStatus } from '../measures/measure.shared'
import type { Dependency, DependencyKind } from './dependency.shared'

/** A measure as it stands in a picture or list of dependencies. */
export interface LinkedMeasure {
  id: string
  number: number | null
  title: string
  status: MeasureStatus
  isDemo: boolean
  /** the body that has accepted to lead it */
  lead: BodyMark | null
}

/** Measures and how they hang together. */
export interface DependencyGraph {
  measures: LinkedMeasure[]
  dependencies: Dependency[]
}

/** What became of a measure that another waits for. */
export interface DependencyHit {
  verb: 'dependency.status' | 'dependency.dates' | 'dependency.moved' | 'dependency.milestone-dropped'
  at: Date
  status: MeasureStatus | null
  milestone: string | null
  /** where the milestone was and is planned */
  from: string | null
  to: string | null
}

/** A dependency as the page of one of its two measures shows it. */
export interface DependencyOnMeasure {
  id: string
  kind: DependencyKind
  /** out: this measure is the one that blocks, supports, needs regulation */
  direction: 'out' | 'in'
  note: string
  isDemo: boolean
  other: LinkedMeasure
  /** the last that became of the other, when this one waits for it and it was not long ago */
  hit: DependencyHit | null
}

/** How the dependency reads from one of its measures. */
export type Relation = `${DependencyKind}.${'out' | 'in'}`

/** What hit a measure that a body carries, through one that it waits for. */
export interface HitOnOwner {
  measureId: string
  measureTitle: string
  causeId: string
  causeTitle: string
  hit: DependencyHit
}
