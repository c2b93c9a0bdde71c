import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { EvidenceOnMeasure } from './evidence.shared'

/** The evidence of a measure, the newest first. The caller has checked that the reader may see the measure. */
export async function listEvidence(db: Kysely<Database>, measureId: string): Promise<EvidenceOnMeasure[]> {
  return db
    .selectFrom('evidence')
    .innerJoin('mandate', 'mandate.id', 'evidence.addedBy')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .select(['evidence.id', 'evidence.kind', 'evidence.name', 'evidence.description', 'evidence.url'])
    .select(['evidence.fileName', 'evidence.mediaType', 'evidence.size', 'evidence.addedAt'])
    .select(['person.name as addedByName', 'body.id as addedByBodyId', 'body.code as addedByCode'])
    .where('evidence.measureId', '=', measureId)
    .where('evidence.removedAt', 'is', null)
    .orderBy('evidence.addedAt', 'desc')
    .orderBy('evidence.id')
    .execute()
}

/**
 * Reads a file that was kept as evidence.
 * @throws DomainError `not-found` when the actor's group has no such file at this measure
 */
export async function readEvidenceFile(
  db: Kysely<Database>,
  actor: Actor,
  { measureId, evidenceId }: { measureId: string; evidenceId: string },
): Promise<{ fileName: string; mediaType: string; content: Buffer }> {
  if (!z.guid().safeParse(measureId).success || !z.guid().safeParse(evidenceId).success)
    throw new DomainError('not-found')
  const file = await db
    .selectFrom('evidence')
    .innerJoin('evidenceFile', 'evidenceFile.evidenceId', 'evidence.id')
    .innerJoin('measure', 'measure.id', 'evidence.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['evidenceFile.content'])
    .select(eb => [
      eb.ref('evidence.fileName').$notNull().as('fileName'),
      eb.ref('evidence.mediaType').$notNull().as('mediaType'),
    ])
    .where('evidence.id', '=', evidenceId)
    .where('evidence.measureId', '=', measureId)
    .where('plan.groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!file) throw new DomainError('not-found')
  return file
}
