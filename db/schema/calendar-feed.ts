import type { Generated } from 'kysely'

/** A secret address of the meetings of a person, or of a group. */
export interface CalendarFeedTable {
  id: Generated<string>
  tokenHash: string
  personId: string | null
  groupId: string | null
  madeBy: string
  madeAt: Generated<Date>
  /** renewed or stopped; null: it works */
  endedAt: Date | null
}
