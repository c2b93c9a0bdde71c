import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { TextOwners, WordAuthor } from './authorship.shared'
import { findDocument } from './document-access'

/**
 * Reads whose the words of a text are: the owners of its client ids, and of the words that restorings brought back.
 * @throws DomainError `not-found` when there is no such document in the actor's group
 */
export async function readTextOwners(
  db: Kysely<Database>,
  actor: Pick<Actor, 'mandates' | 'groupId'>,
  documentId: string,
): Promise<TextOwners> {
  if (!(await findDocument(db, actor, documentId))) throw new DomainError('not-found')
  const [clients, restorings] = await Promise.all([clientsOf(db, documentId), restoringsOf(db, documentId)])
  const places = new Map<string, number>()
  const authors: WordAuthor[] = []
  const owners = new Map<number, number | null>()
  for (const { clientId, personId, nameNl, nameEn, ...client } of clients) {
    if (!personId) {
      owners.set(clientId, null)
      continue
    }
    const key = `${personId} ${client.bodyCode}`
    const author = { ...client, personId, sectorName: { nl: nameNl, en: nameEn } } as WordAuthor
    const place = places.get(key) ?? authors.push(author) - 1
    places.set(key, place)
    owners.set(clientId, place)
  }
  return {
    authors,
    clients: [...owners],
    restored: restorings.map(({ clientId, words, documentVersionId }) => [
      clientId,
      words.map(([clock, length, writer]) => [clock, length, owners.get(writer) ?? null]),
      documentVersionId === null,
    ]),
  }
}

function clientsOf(db: Kysely<Database>, documentId: string) {
  return db
    .selectFrom('documentClient')
    .leftJoin('mandate', 'mandate.id', 'documentClient.mandateId')
    .leftJoin('person', 'person.id', 'mandate.personId')
    .leftJoin('body', 'body.id', 'mandate.bodyId')
    .leftJoin('sector', 'sector.id', 'body.sectorId')
    .select(['clientId', 'person.id as personId', 'person.name as personName', 'mandate.role'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'sector.colour', 'nameNl', 'nameEn'])
    .where('documentId', '=', documentId)
    .orderBy('person.name')
    .execute()
}

function restoringsOf(db: Kysely<Database>, documentId: string) {
  return db
    .selectFrom('documentRestoration')
    .select(['clientId', 'words', 'documentVersionId'])
    .where('documentId', '=', documentId)
    .execute()
}
