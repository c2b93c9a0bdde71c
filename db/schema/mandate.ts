import type { Generated } from 'kysely'
import type { Role } from './vocabulary'

/** A person acts for a body in a group, in a role, from a day until a day ('YYYY-MM-DD', both included). */
export interface MandateTable {
  id: Generated<string>
  personId: string
  bodyId: string
  groupId: string
  role: Role
  startsOn: Generated<string>
  endsOn: string | null
}
