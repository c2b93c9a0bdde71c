import type { Generated, JSONColumnType } from 'kysely'

/** What happened: by whom under which mandate, to what, and how it was before and after. Never changed, only added to. */
export interface ActivityTable {
  id: Generated<number>
  at: Generated<Date>
  groupId: string | null
  personId: string | null
  mandateId: string | null
  verb: string
  subjectType: string
  subjectId: string
  topics: Generated<string[]>
  before: JSONColumnType<object> | null
  after: JSONColumnType<object> | null
}
