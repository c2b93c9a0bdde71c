import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { EMPTY_STATE } from './load-state'
import { loadStates } from './load-states'
import { renderText } from './render-text'

/** What lies on the table: a text as it is now, and its newest frozen version. */
export interface TextState {
  /** of the text at this moment; versions with the same hash say the same */
  hash: string
  /** of the last edit; null when nothing was written yet */
  changedAt: Date | null
  version: { id: string; number: number; hash: string; createdAt: Date } | null
}

/**
 * Reads the state of several texts at once. Exact: a text whose written content lags behind its log is read from the log.
 * The caller has checked that the reader may see them.
 * @returns by document id; an unknown document is not in it
 */
export async function readTextStates(db: Kysely<Database>, documentIds: string[]): Promise<Map<string, TextState>> {
  if (documentIds.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    hash: string | null
    changedAt: Date | null
    versionId: string | null
    number: number | null
    versionHash: string | null
    frozenAt: Date | null
  }>`
    select document.id, content.hash, last.created_at as changed_at,
      version.id as version_id, version.number, version.hash as version_hash, version.created_at as frozen_at
    from document
    left join document_content content on content.document_id = document.id and content.seq = document.seq
    left join document_update last on last.document_id = document.id and last.seq = document.seq
    left join lateral (
      select * from document_version where document_id = document.id order by number desc limit 1
    ) version on true
    where document.id = any(${documentIds}::uuid[])`.execute(db)

  const lagging = rows.filter(row => row.hash === null).map(row => row.id)
  const logs = lagging.length > 0 ? await loadStates(db, lagging) : new Map<string, { state: Uint8Array }>()
  const states = rows.map((row): [string, TextState] => {
    const hash = row.hash ?? renderText(logs.get(row.id)?.state ?? EMPTY_STATE).hash
    const { versionId, number, versionHash, frozenAt } = row
    const version =
      versionId && number && versionHash && frozenAt
        ? { id: versionId, number, hash: versionHash, createdAt: frozenAt }
        : null
    return [row.id, { hash, changedAt: row.changedAt, version }]
  })
  return new Map(states)
}
