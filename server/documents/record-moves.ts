import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { readWriters } from './original-writers'

/** Characters that somebody typed in one place and that stand in another now: who typed them, and where they are. */
export interface MovedWords {
  client: number
  clock: number
  length: number
  to: [client: number, clock: number]
}

/**
 * Writes down whose words an edit of the server's moved to another paragraph: they stay of who wrote them.
 * @param clientId of the edit, which `appendEdit` claimed
 */
export async function recordMoves(
  trx: Transaction<Database>,
  { documentId, clientId, moved }: { documentId: string; clientId: number; moved: MovedWords[] },
): Promise<void> {
  if (moved.length === 0) return
  const writers = await readWriters(trx, documentId)
  const words = moved.flatMap(({ client, clock, length, to }) =>
    writers.split(client, clock, length).map(part => [to[1] + part.clock - clock, part.length, part.writer] as const),
  )
  words.sort(([one], [other]) => one - other)
  await trx
    .insertInto('documentRestoration')
    .values({ documentId, clientId, documentVersionId: null, words: JSON.stringify(words) })
    .execute()
}
