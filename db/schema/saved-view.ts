import type { Generated } from 'kysely'

export interface SavedViewTable {
  id: Generated<string>
  groupId: string
  ownerId: string
  name: string
  isShared: Generated<boolean>
  /** the page, such as '/measures' */
  path: string
  /** what the address asks, without the question mark */
  query: string
  position: number
  createdAt: Generated<Date>
}
