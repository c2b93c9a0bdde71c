import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'

/**
 * Adds an edit that the server made to the end of a text's log. The caller holds the document (`lockDocument`), so the log
 * ends where it says.
 * @param author whose words they are, which need not be who asked for the edit
 * @param edit `update`: a Yjs update (v1) under `clientId`, which nobody used in this text before
 * @returns the position that it took
 */
export async function appendEdit(
  trx: Transaction<Database>,
  { personId, mandate }: Pick<Actor, 'personId'> & { mandate: { id: string } },
  edit: { documentId: string; afterSeq: number; update: Uint8Array; clientId: number },
): Promise<number> {
  const { documentId, clientId } = edit
  const seq = edit.afterSeq + 1
  const author = { documentId, personId, mandateId: mandate.id }
  await trx
    .insertInto('documentClient')
    .values({ ...author, clientId })
    .execute()
  await trx
    .insertInto('documentUpdate')
    .values({ ...author, seq, update: Buffer.from(edit.update) })
    .execute()
  await trx.updateTable('document').set({ seq }).where('id', '=', documentId).execute()
  return seq
}
