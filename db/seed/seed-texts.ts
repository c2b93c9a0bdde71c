import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { addParagraph, type SeedText } from './measure-text'
import { ago } from './seed-progress'

/**
 * Puts the first row in the log of every measure's text, with a snapshot of the same position. It has no author: it is the
 * import. The readable content beside it is left to the server, which writes it for every text that lacks it.
 */
export async function seedTexts(
  trx: Transaction<Database>,
  groupId: string,
  measures: { id: string; documentId: string; text: SeedText }[],
): Promise<void> {
  const texts = measures.map(({ id, documentId, text }) => ({
    document: { id: documentId, groupId, subjectType: 'measure' as const, subjectId: id, seq: 1 },
    update: { documentId, seq: 1, update: Buffer.from(text.state) },
    snapshot: { documentId, seq: 1, state: Buffer.from(text.state) },
    client: { documentId, clientId: text.clientId },
  }))
  await trx
    .insertInto('document')
    .values(texts.map(text => text.document))
    .execute()
  await trx
    .insertInto('documentUpdate')
    .values(texts.map(text => text.update))
    .execute()
  await trx
    .insertInto('documentSnapshot')
    .values(texts.map(text => text.snapshot))
    .execute()
  await trx
    .insertInto('documentClient')
    .values(texts.map(text => text.client))
    .execute()
}

/** Writes a paragraph at the end of a text that was seeded, as whoever has the mandate. */
export async function seedLaterText(
  trx: Transaction<Database>,
  { documentId, text }: { documentId: string; text: SeedText },
  { paragraph, daysAgo, mandateId }: { paragraph: string; daysAgo: number; mandateId: string },
): Promise<void> {
  const { personId } = await trx
    .selectFrom('mandate')
    .select('personId')
    .where('id', '=', mandateId)
    .executeTakeFirstOrThrow()
  const { update, clientId } = addParagraph(text, paragraph)
  const author = { documentId, personId, mandateId }
  await trx
    .insertInto('documentClient')
    .values({ ...author, clientId })
    .execute()
  await trx
    .insertInto('documentUpdate')
    .values({ ...author, seq: 2, update: Buffer.from(update), createdAt: ago(daysAgo) })
    .execute()
  await trx.updateTable('document').set({ seq: 2 }).where('id', '=', documentId).execute()
}
