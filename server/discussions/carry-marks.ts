import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { MovedWords } from '../documents/record-moves'
import type { WordRange } from './text-map.shared'

/** Keeps marks on words that moved to another paragraph: a discussion about them goes on being about them. */
export async function carryMarks(
  trx: Transaction<Database>,
  { documentId, moved }: { documentId: string; moved: MovedWords[] },
): Promise<void> {
  if (moved.length === 0) return
  const threads = await trx
    .selectFrom('discussionThread')
    .select('id')
    .select(eb => eb.ref('words').$notNull().as('words'))
    .where('documentId', '=', documentId)
    .forUpdate()
    .execute()
  const changed = threads.flatMap(({ id, words }) => {
    const carried = carriedWords(words, moved)
    return carried.length > 0 ? [{ id, words: JSON.stringify([...words, ...carried]) }] : []
  })
  if (changed.length === 0) return
  await sql`
    update discussion_thread set words = carried.words
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ words }) => words)}::jsonb[]) as carried (id, words)
    where discussion_thread.id = carried.id`.execute(trx)
}

/** @returns where the characters of a passage that moved are now */
export function carriedWords(words: WordRange[], moved: MovedWords[]): WordRange[] {
  return words.flatMap(([client, clock, length]) =>
    moved.flatMap(move => {
      const from = Math.max(clock, move.clock)
      const end = Math.min(clock + length, move.clock + move.length)
      if (move.client !== client || from >= end) return []
      return [[move.to[0], move.to[1] + from - move.clock, end - from] as WordRange]
    }),
  )
}
