import type { Transaction } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { appendEdit } from './append-edit'
import { bringBack } from './bring-back'
import { textAccess } from './document-access'
import { type FrozenVersion, freezeVersion } from './freeze-version'
import { loadClientOwners, loadState } from './load-state'
import { lockDocument, topicsOfText } from './lock-document'
import { recordRestoration } from './record-restoration'
import { unusedClientId } from './unused-client-id'
import type { RestoreVersionInput } from './version.shared'
import { readVersion } from './version-queries'

/**
 * Makes a text say again what a version says, by one more edit: the log grows, no version goes, what did not change keeps its
 * authors, what comes back stays of who wrote it, and what somebody types at the same moment stays. Nodes hear of it by the topic `document:<id>`.
 * @returns the version that holds what the text said until now: restoring that one undoes this
 * @throws DomainError `not-found` for the text or the version; `forbidden` for who may not write in the text; `conflict`
 *   `text-says-this` when there is nothing to bring back
 */
export async function restoreVersion(
  trx: Transaction<Database>,
  actor: Actor,
  { documentId, number }: RestoreVersionInput,
): Promise<FrozenVersion> {
  const document = await lockDocument(trx, actor, documentId)
  if (textAccess(actor, { isClosed: document.closedAt !== null }) !== 'write') throw new DomainError('forbidden')
  const version = await readVersion(trx, actor, { documentId, number })
  const before = await freezeVersion(trx, actor, { documentId, reason: 'restore' })
  if (before.hash === version.hash) throw new DomainError('conflict', 'text-says-this')

  const text = new Y.Doc()
  const { state } = await loadState(trx, documentId)
  Y.applyUpdate(text, state)
  text.clientID = unusedClientId(text, await loadClientOwners(trx, documentId))
  const seq = await appendEdit(trx, actor, {
    documentId,
    afterSeq: document.seq,
    update: bringBack(text, version),
    clientId: text.clientID,
  })
  await recordRestoration(trx, { documentId, text, version, clientId: text.clientID })
  text.destroy()
  await recordActivity(trx, actor, {
    verb: 'text.restored',
    subjectType: document.subjectType,
    subjectId: document.subjectId,
    topics: [...topicsOfText(document), `document:${documentId}`],
    before: { version: before.number },
    after: { version: version.number, seq },
  })
  return before
}
