import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { VersionReason } from '#db/schema/vocabulary'
import { loadState } from './load-state'
import { lockDocument } from './lock-document'
import { type RenderedText, renderText } from './render-text'

/** A frozen version: what it is called and what it holds. */
export interface FrozenVersion {
  id: string
  number: number
  seq: number
  hash: string
}

/**
 * Freezes a text as it is at this moment (rule 1). Nobody can write in it until the transaction ends, so the version is
 * what lay on the table. When nothing changed since the newest version, that one is given.
 * @throws DomainError `not-found` when there is no such document in the actor's group
 */
export async function freezeVersion(
  trx: Transaction<Database>,
  actor: { groupId: string; mandate: { id: string } },
  { documentId, reason, name }: { documentId: string; reason: VersionReason; name?: string },
): Promise<FrozenVersion> {
  await lockDocument(trx, actor, documentId)
  const mandateId = actor.mandate.id
  const { seq, state } = await loadState(trx, documentId)
  const content = renderText(state)
  const newest = await trx
    .selectFrom('documentVersion')
    .select(['id', 'number', 'seq', 'hash'])
    .where('documentId', '=', documentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest?.hash === content.hash && name === undefined) return newest

  return trx
    .insertInto('documentVersion')
    .values({
      ...versionRow({ documentId, number: (newest?.number ?? 0) + 1, reason, seq, state, content, mandateId }),
      name: name ?? null,
    })
    .returning(['id', 'number', 'seq', 'hash'])
    .executeTakeFirstOrThrow()
}

/** A version as it is stored: what the text says, and all it takes to bring it back. */
export const versionRow = ({
  state,
  content: { json, text, html, hash },
  ...version
}: {
  documentId: string
  number: number
  reason: VersionReason
  seq: number
  state: Uint8Array
  content: RenderedText
  mandateId: string
}) => ({ ...version, state: Buffer.from(state), json: JSON.stringify(json), text, html, hash })
