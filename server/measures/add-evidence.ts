import { basename } from 'node:path'
import type { Insertable, Transaction } from 'kysely'
import type { EvidenceTable } from '#db/schema/evidence'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor, ActorMandate } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { detectFileType } from './detect-file-type'
import {
  type AddEvidenceFileInput,
  type AddEvidenceLinkInput,
  EVIDENCE_COUNT_LIMIT,
  EVIDENCE_FILE_LIMIT,
} from './evidence.shared'
import { lockMeasure } from './lock-measure'
import { evidenceMandate } from './measure-access.shared'

/**
 * Puts a link beside a measure, as evidence.
 * @returns its id
 * @throws DomainError `not-found`; `forbidden` for who neither edits nor carries the measure; `conflict` `too-many-items`
 */
export async function addEvidenceLink(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, name, description, url }: AddEvidenceLinkInput,
): Promise<string> {
  const mandate = await mandateToAdd(trx, actor, measureId)
  return insert(trx, actor, mandate, { measureId, kind: 'link', name: name || new URL(url).host, description, url })
}

/**
 * Keeps a file beside a measure, as evidence. What it is, is found out from its content.
 * @returns its id
 * @throws DomainError as for a link; `too-large` (`content`) above `EVIDENCE_FILE_LIMIT`; `invalid` `file-missing` for an empty
 *   file; `invalid` `file-type` for what is not taken or is not what its name says
 */
export async function addEvidenceFile(
  trx: Transaction<Database>,
  actor: Actor,
  { measureId, name, description, fileName: written, content }: AddEvidenceFileInput,
): Promise<string> {
  const mandate = await mandateToAdd(trx, actor, measureId)
  if (content.length > EVIDENCE_FILE_LIMIT) throw new DomainError('too-large', 'file-too-large', 'content')
  if (content.length === 0) throw new DomainError('invalid', 'file-missing', 'content')
  // Some browsers send a whole path, some names have characters that no header can carry.
  const fileName = basename(written.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '')
  const mediaType = await detectFileType(fileName, content)
  if (!mediaType) throw new DomainError('invalid', 'file-type', 'content')
  const file = { fileName, mediaType, size: content.length }
  const id = await insert(trx, actor, mandate, {
    measureId,
    kind: 'file',
    name: name || fileName,
    description,
    ...file,
  })
  await trx
    .insertInto('evidenceFile')
    .values({ evidenceId: id, content: Buffer.from(content) })
    .execute()
  return id
}

async function mandateToAdd(trx: Transaction<Database>, actor: Actor, measureId: string): Promise<ActorMandate> {
  await lockMeasure(trx, actor, measureId)
  const carriers = await trx
    .selectFrom('responsibility')
    .select('bodyId')
    .where('measureId', '=', measureId)
    .where('role', 'in', ['lead', 'co-lead'])
    .where('state', '=', 'accepted')
    .execute()
  const mandate = evidenceMandate(actor, carriers)
  if (!mandate) throw new DomainError('forbidden')
  const { count } = await trx
    .selectFrom('evidence')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('measureId', '=', measureId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (count >= EVIDENCE_COUNT_LIMIT) throw new DomainError('conflict', 'too-many-items')
  return mandate
}

async function insert(
  trx: Transaction<Database>,
  actor: Actor,
  mandate: ActorMandate,
  evidence: Omit<Insertable<EvidenceTable>, 'addedBy'>,
): Promise<string> {
  const { id } = await trx
    .insertInto('evidence')
    .values({ ...evidence, addedBy: mandate.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { measureId, kind, name, url, fileName } = evidence
  await recordActivity(
    trx,
    { ...actor, mandate },
    {
      verb: 'evidence.added',
      subjectType: 'measure',
      subjectId: measureId,
      topics: [`measure:${measureId}`],
      after: { evidenceId: id, kind, name, ...(url ? { url } : { fileName }) },
    },
  )
  return id
}
