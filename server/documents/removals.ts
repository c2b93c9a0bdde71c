import type { Kysely } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import type { TextAuthor } from './version.shared'

interface Removed {
  clock: number
  length: number
  by: TextAuthor
}

/** Who took which words away between two positions of a log. */
export type Removals = Map<number, Removed[]>

/** So many edits are read at most: beyond that it is not said who took away what. */
const MOST_EDITS = 5_000

/**
 * Reads from the log who took words away. The caller has checked that the reader may see the text.
 * @param from not included @param to included
 * @returns by client id; empty when there are too many edits in between
 */
export async function readRemovals(
  db: Kysely<Database>,
  { documentId, from, to }: { documentId: string; from: number; to: number },
): Promise<Removals> {
  const removals: Removals = new Map()
  if (to - from > MOST_EDITS) return removals
  const edits = await db
    .selectFrom('documentUpdate')
    .innerJoin('mandate', 'mandate.id', 'documentUpdate.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['update', 'person.id as personId', 'person.name as personName', 'mandate.role'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .where('documentId', '=', documentId)
    .where('seq', '>', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .execute()
  for (const { update, ...by } of edits)
    for (const [client, items] of Y.decodeUpdate(update).ds.clients) {
      const removed = removals.get(client) ?? []
      removals.set(client, removed)
      removed.push(...items.map(({ clock, len }) => ({ clock, length: len, by })))
    }
  return removals
}

/** @returns who took a character away, if it is known, and up to which clock that holds */
export function removerOf(removals: Removals, client: number, clock: number): { by?: TextAuthor; until: number } {
  const removed = removals.get(client) ?? []
  const first = removed.find(item => item.clock <= clock && clock < item.clock + item.length)
  if (first) return { by: first.by, until: first.clock + first.length }
  const next = removed.reduce(
    (least, item) => (item.clock > clock ? Math.min(least, item.clock) : least),
    Number.POSITIVE_INFINITY,
  )
  return { until: next }
}
