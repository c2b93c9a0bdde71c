import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { loadState } from './load-state'

/** From so many rows on, a snapshot saves the next reader more than it costs. */
export const ROWS_WORTH_A_SNAPSHOT = 200
/** The same while people type: a snapshot is of the whole text, and they go on. */
export const ROWS_WHILE_TYPED = 500

/** Keeps a text's state at the end of its log, where enough rows came since that was last done. */
export async function compactLog(db: Kysely<Database>, documentId: string): Promise<void> {
  const { seq, state, rowsAfterSnapshot } = await loadState(db, documentId, { compact: true })
  if (rowsAfterSnapshot >= ROWS_WORTH_A_SNAPSHOT) await writeSnapshot(db, documentId, seq, state)
}

/**
 * Keeps the state at a position, so that a reader need not put the rows before it together. Runs beside the traffic, on any
 * node, interrupted or twice at once without harm: nothing that is older replaces what is newer, and the rows stay.
 * @param state without deleted text
 */
export async function writeSnapshot(
  db: Kysely<Database>,
  documentId: string,
  seq: number,
  state: Uint8Array,
): Promise<void> {
  await db
    .insertInto('documentSnapshot')
    .values({ documentId, seq, state: Buffer.from(state) })
    .onConflict(conflict =>
      conflict
        .column('documentId')
        .doUpdateSet({ seq, state: Buffer.from(state), createdAt: sql`now()` })
        .where('documentSnapshot.seq', '<', seq),
    )
    .execute()
}
