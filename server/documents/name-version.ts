import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { textAccess } from './document-access'
import { type FrozenVersion, freezeVersion } from './freeze-version'
import { lockDocument, topicsOfText } from './lock-document'
import type { NameVersionInput } from './version.shared'

/**
 * Freezes a text as it is at this moment, under a name. What has no name yet keeps none: versions never change.
 * @throws DomainError `not-found`; `forbidden` for who may not write in the text
 */
export async function nameVersion(
  trx: Transaction<Database>,
  actor: Actor,
  { documentId, name }: NameVersionInput,
): Promise<FrozenVersion> {
  const document = await lockDocument(trx, actor, documentId)
  if (textAccess(actor) !== 'write') throw new DomainError('forbidden')
  const version = await freezeVersion(trx, actor, { documentId, reason: 'manual', name })
  await recordActivity(trx, actor, {
    verb: 'text.version-named',
    subjectType: document.subjectType,
    subjectId: document.subjectId,
    topics: topicsOfText(document),
    after: { version: version.number, name },
  })
  return version
}
