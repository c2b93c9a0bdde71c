import type { Generated } from 'kysely'
import type { DependencyKind } from './vocabulary'

/** Between two measures of one plan, read from left to right: `fromId` blocks `toId`. */
export interface DependencyTable {
  id: Generated<string>
  planId: string
  fromId: string
  toId: string
  kind: DependencyKind
  note: Generated<string>
  isDemo: Generated<boolean>
  madeBy: string | null
  madeAt: Generated<Date>
}
