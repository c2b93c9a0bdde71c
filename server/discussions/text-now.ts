import type { Kysely } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import { loadState } from '../documents/load-state'
import { mapOf } from './passage.shared'

/** Reads a text as it stands, to look passages up in. The caller has checked that the reader may see it, and destroys `doc`. */
export async function readMap(db: Kysely<Database>, documentId: string) {
  const { state } = await loadState(db, documentId)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return { doc, map: mapOf(doc) }
}
