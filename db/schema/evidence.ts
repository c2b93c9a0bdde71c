import type { Generated } from 'kysely'

/** A link or a file that proves something of a measure; a row stays when it is taken away, its content does not. */
export interface EvidenceTable {
  id: Generated<string>
  measureId: string
  kind: 'link' | 'file'
  name: string
  description: Generated<string>
  url: string | null
  fileName: string | null
  /** as its content says */
  mediaType: string | null
  /** in bytes */
  size: number | null
  addedBy: string
  addedAt: Generated<Date>
  removedBy: string | null
  removedAt: Date | null
}

export interface EvidenceFileTable {
  evidenceId: string
  content: Buffer
}
