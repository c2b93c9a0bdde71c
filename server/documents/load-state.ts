import { type Kysely, sql } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'

/** A document's text at a position of its log, as one Yjs update (v1). */
export interface DocumentState {
  seq: number
  state: Uint8Array
  /** how many rows of the log came after the snapshot: what compaction would save the next reader */
  rowsAfterSnapshot: number
}

/** The state of a document in which nothing was ever written. */
export const EMPTY_STATE = new Uint8Array([0, 0])

/**
 * Reads the snapshot and the rows after it in one statement, so that both belong to one moment.
 * @param how `compact`: leave deleted text out, whatever that costs
 * @returns the merged state; position 0 for a text in which nothing was written (or an unknown document)
 */
export async function loadState(
  db: Kysely<Database>,
  documentId: string,
  { compact = false } = {},
): Promise<DocumentState> {
  const { rows } = await sql<{ seq: number; bytes: Buffer; isSnapshot: boolean }>`
    select seq, state as bytes, true as is_snapshot from document_snapshot where document_id = ${documentId}
    union all
    select seq, update, false from document_update
    where document_id = ${documentId}
      and seq > coalesce((select seq from document_snapshot where document_id = ${documentId}), 0)
    order by seq, is_snapshot desc`.execute(db)

  const last = rows.at(-1)
  if (!last) return { seq: 0, state: EMPTY_STATE, rowsAfterSnapshot: 0 }
  return {
    seq: last.seq,
    state: (compact ? buildWhole : mergeWhole)(rows.map(row => row.bytes)),
    rowsAfterSnapshot: rows[0]?.isSnapshot ? rows.length - 1 : rows.length,
  }
}

/**
 * Reads what was added to a log after a position, for a node that finds that another one wrote.
 * @returns the rows in order, with the client ids that were first used in them left to the caller
 */
export async function loadUpdatesAfter(
  db: Kysely<Database>,
  documentId: string,
  seq: number,
): Promise<{ seq: number; update: Uint8Array }[]> {
  return db
    .selectFrom('documentUpdate')
    .select(['seq', 'update'])
    .where('documentId', '=', documentId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute()
}

/** @returns who owns which Yjs client id in a document; null: the import */
export async function loadClientOwners(db: Kysely<Database>, documentId: string): Promise<Map<number, string | null>> {
  const rows = await db
    .selectFrom('documentClient')
    .select(['clientId', 'personId'])
    .where('documentId', '=', documentId)
    .execute()
  return new Map(rows.map(row => [row.clientId, row.personId]))
}

/** So many at once: merging takes time by the square of their number. */
const MERGED_AT_ONCE = 16

/** Merges Yjs updates (v1) into one; a single one is passed on as it is. */
export function mergeUpdates(updates: Uint8Array[]): Uint8Array {
  let rest = updates
  while (rest.length > 1) {
    const merged: Uint8Array[] = []
    for (let at = 0; at < rest.length; at += MERGED_AT_ONCE) {
      const some = rest.slice(at, at + MERGED_AT_ONCE)
      merged.push(some.length === 1 ? (some[0] as Uint8Array) : Y.mergeUpdates(some))
    }
    rest = merged
  }
  return rest[0] as Uint8Array
}

/** From so many updates on, building a text that mostly consists of them costs less than merging them. */
const WORTH_BUILDING = 200

/**
 * The same for the updates that make up a whole document, from its beginning. Where the first is by far the largest, it
 * is merged once, with what the others come to.
 */
export function mergeWhole(updates: Uint8Array[]): Uint8Array {
  const [first = EMPTY_STATE, ...others] = updates
  if (others.length === 0) return first
  const added = others.reduce((sum, { length }) => sum + length, 0)
  if (others.length > WORTH_BUILDING && added > first.length) return buildWhole(updates)
  return Y.mergeUpdates([first, mergeUpdates(others)])
}

/** The same by building the document: thousands of keystrokes become runs of text again, and deleted text is left out. */
export function buildWhole(updates: Uint8Array[]): Uint8Array {
  const document = new Y.Doc()
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update)
  })
  const state = Y.encodeStateAsUpdate(document)
  document.destroy()
  return state
}
