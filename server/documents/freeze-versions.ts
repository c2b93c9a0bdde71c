import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { VersionReason } from '#db/schema/vocabulary'
import { versionRow } from './freeze-version'
import { loadStates } from './load-states'
import { renderText } from './render-text'

/** So many texts are held in memory at once. */
const AT_ONCE = 200

/**
 * Freezes several texts as they are at this moment, as `freezeVersion` does one: nobody can write in any of them until the
 * transaction ends. A text that still says what its newest version says keeps that version. A few queries for every 200
 * texts, however long they are.
 * @returns the id of the version of each text, by document id; a document of another group is not in it
 */
export async function freezeVersions(
  trx: Transaction<Database>,
  actor: { groupId: string; mandate: { id: string } },
  { documentIds, reason }: { documentIds: string[]; reason: VersionReason },
): Promise<Map<string, string>> {
  const texts = await lockTexts(trx, actor, documentIds)
  const frozen = new Map<string, string>()
  const changed = texts.filter(({ id, versionId, versionHash, hash }) => {
    const isKnown = versionId !== null && versionHash === hash
    if (isKnown) frozen.set(id, versionId)
    return !isKnown
  })
  for (let start = 0; start < changed.length; start += AT_ONCE) {
    await freezeSome(trx, actor, { texts: changed.slice(start, start + AT_ONCE), reason, frozen })
  }
  return frozen
}

interface LockedText {
  id: string
  /** what it says; null where that is not written down yet */
  hash: string | null
  versionId: string | null
  versionNumber: number | null
  versionHash: string | null
}

/** In one order for everybody, so that two who freeze do not wait for each other. */
async function lockTexts(trx: Transaction<Database>, actor: { groupId: string }, documentIds: string[]) {
  if (documentIds.length === 0) return []
  await sql`
    select id from document where id = any(${documentIds}::uuid[]) and group_id = ${actor.groupId}
    order by id for update`.execute(trx)
  const { rows } = await sql<LockedText>`
    select document.id, content.hash, version.id as version_id, version.number as version_number,
      version.hash as version_hash
    from document
    left join document_content content on content.document_id = document.id and content.seq = document.seq
    left join lateral (
      select id, number, hash from document_version where document_id = document.id order by number desc limit 1
    ) version on true
    where document.id = any(${documentIds}::uuid[]) and document.group_id = ${actor.groupId}
    order by document.id`.execute(trx)
  return rows
}

async function freezeSome(
  trx: Transaction<Database>,
  actor: { mandate: { id: string } },
  { texts, reason, frozen }: { texts: LockedText[]; reason: VersionReason; frozen: Map<string, string> },
): Promise<void> {
  const states = await loadStates(
    trx,
    texts.map(text => text.id),
  )
  const rows = texts.flatMap(({ id: documentId, versionId, versionNumber, versionHash }) => {
    const { seq, state } = states.get(documentId)!
    const content = renderText(state)
    if (versionId && versionHash === content.hash) {
      frozen.set(documentId, versionId)
      return []
    }
    const id = randomUUID()
    frozen.set(documentId, id)
    const number = (versionNumber ?? 0) + 1
    return [{ id, ...versionRow({ documentId, number, reason, seq, state, content, mandateId: actor.mandate.id }) }]
  })
  if (rows.length > 0) await trx.insertInto('documentVersion').values(rows).execute()
}
