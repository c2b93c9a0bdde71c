import type { JSONContent } from '@tiptap/core'
import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { TextAuthor, VersionLine } from './version.shared'

type Reader = Pick<Actor, 'groupId'>

/**
 * Lists the versions of a text, the newest first, each with who froze it and what was decided on it.
 * @returns nothing for a text of another group
 */
export async function listVersions(db: Kysely<Database>, actor: Reader, documentId: string): Promise<VersionLine[]> {
  const versions = await versionsOf(db, actor, documentId)
    .leftJoin('mandate', 'mandate.id', 'documentVersion.mandateId')
    .leftJoin('person', 'person.id', 'mandate.personId')
    .leftJoin('body', 'body.id', 'mandate.bodyId')
    .leftJoin('sector', 'sector.id', 'body.sectorId')
    .select(['documentVersion.id', 'number', 'documentVersion.name', 'reason', 'documentVersion.createdAt'])
    .select(['documentVersion.seq', 'hash', 'role', 'person.id as personId', 'person.name as personName'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'colour'])
    .orderBy('number', 'desc')
    .execute()
  const decisions = await versionsOf(db, actor, documentId)
    .innerJoin('decisionMeasure', 'decisionMeasure.documentVersionId', 'documentVersion.id')
    .innerJoin('decision', 'decision.id', 'decisionMeasure.decisionId')
    .select(['documentVersionId', 'decision.id', 'decision.year', 'decision.number'])
    .orderBy('decision.year')
    .orderBy('decision.number')
    .execute()
  return versions.map(({ id, role, personId, personName, bodyCode, bodyName, colour, ...version }) => ({
    ...version,
    author: personId ? ({ personId, personName, bodyCode, bodyName, colour, role } as TextAuthor) : null,
    decisions: decisions
      .filter(decision => decision.documentVersionId === id)
      .map(({ id, year, number }) => ({ id, year, number })),
  }))
}

/**
 * Reads what a version says.
 * @throws DomainError `not-found` when the text has no such version, or is of another group
 */
export async function readVersion(
  db: Kysely<Database>,
  actor: Reader,
  { documentId, number }: { documentId: string; number: number },
): Promise<{ id: string; number: number; seq: number; hash: string; json: JSONContent; state: Uint8Array }> {
  const version = await versionsOf(db, actor, documentId)
    .select(['documentVersion.id', 'number', 'documentVersion.seq', 'hash', 'json', 'state'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!version) throw new DomainError('not-found')
  return { ...version, json: version.json as JSONContent }
}

/**
 * Who wrote in a text between two positions of its log, one entry for a person and the body that they wrote for.
 * @param from not included @param to included
 */
export async function authorsBetween(
  db: Kysely<Database>,
  actor: Reader,
  { documentId, from, to }: { documentId: string; from: number; to: number },
): Promise<TextAuthor[]> {
  return db
    .selectFrom('documentUpdate')
    .innerJoin('document', 'document.id', 'documentUpdate.documentId')
    .innerJoin('mandate', 'mandate.id', 'documentUpdate.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['person.id as personId', 'person.name as personName', 'body.code as bodyCode', 'body.name as bodyName'])
    .select(['sector.colour', 'mandate.role'])
    .distinct()
    .where('documentUpdate.documentId', '=', documentId)
    .where('document.groupId', '=', actor.groupId)
    .where('documentUpdate.seq', '>', from)
    .where('documentUpdate.seq', '<=', to)
    .orderBy('body.code')
    .orderBy('person.name')
    .execute()
}

function versionsOf(db: Kysely<Database>, actor: Reader, documentId: string) {
  return db
    .selectFrom('documentVersion')
    .innerJoin('document', 'document.id', 'documentVersion.documentId')
    .where('documentVersion.documentId', '=', documentId)
    .where('document.groupId', '=', actor.groupId)
}
