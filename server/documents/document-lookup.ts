import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { Batching } from '../batching'

interface FoundDocument {
  groupId: string
  /** where its log ends, as the database just said */
  seq: number
  /** nobody writes in it any more */
  isClosed: boolean
}

/** Looks documents up in the database, those that are asked for at the same time in one query. */
export class DocumentLookup {
  private readonly asked: Batching<string, { document: FoundDocument | undefined; error?: unknown }>

  constructor(db: Kysely<Database>) {
    this.asked = new Batching(
      async ids => {
        const rows = await db
          .selectFrom('document')
          .select(['id', 'groupId', 'seq'])
          .select(eb => eb('closedAt', 'is not', null).as('isClosed'))
          .where('id', 'in', ids)
          .execute()
        const found = new Map(
          rows.map(({ id, isClosed, ...document }) => [id, { ...document, isClosed: isClosed === true }]),
        )
        return ids.map(id => ({ document: found.get(id) }))
      },
      (_, error) => ({ document: undefined, error }),
    )
  }

  /** @returns undefined when there is none @throws when the database does not answer */
  async find(documentId: string): Promise<FoundDocument | undefined> {
    const { document, error } = await this.asked.submit(documentId)
    if (error) throw error
    return document
  }
}
