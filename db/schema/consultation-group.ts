import type { Generated } from 'kysely'

export interface ConsultationGroupTable {
  id: Generated<string>
  name: string
  kind: 'horizontal' | 'vertical' | 'working-group'
  coordinatingBodyId: string | null
  foundedYear: number | null
  note: string | null
  source: string | null
}
