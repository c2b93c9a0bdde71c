import type { Generated } from 'kysely'
import type { Certainty, Level } from './vocabulary'

export interface BodyTable {
  id: Generated<string>
  code: string
  name: string
  sectorId: string
  level: Level
  kind: string
  partInConsultation: string | null
  formerNames: Generated<string[]>
  note: string | null
  source: string | null
  certainty: Certainty | null
  isDemo: Generated<boolean>
}
