import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import { EMPTY_STATE, mergeWhole } from './load-state'

/**
 * Reads several texts at once, each as `loadState` reads one.
 * @returns by document id; every id that was asked for is in it
 */
export async function loadStates(
  db: Kysely<Database>,
  documentIds: string[],
): Promise<Map<string, { seq: number; state: Uint8Array }>> {
  const { rows } = await sql<{ id: string; seq: number; bytes: Buffer }>`
    select asked.id, log.seq, log.bytes
    from unnest(${documentIds}::uuid[]) as asked (id)
    left join document_snapshot snapshot on snapshot.document_id = asked.id
    cross join lateral (
      select snapshot.seq, snapshot.state as bytes, 0 as place where snapshot.seq is not null
      union all
      select seq, update, 1 from document_update
      where document_id = asked.id and seq > coalesce(snapshot.seq, 0)
    ) log
    order by asked.id, log.place, log.seq`.execute(db)

  const parts = new Map<string, typeof rows>()
  for (const row of rows) {
    const known = parts.get(row.id)
    if (known) known.push(row)
    else parts.set(row.id, [row])
  }
  return new Map(
    documentIds.map(id => {
      const own = parts.get(id) ?? []
      const last = own.at(-1)
      return [id, last ? { seq: last.seq, state: mergeWhole(own.map(row => row.bytes)) } : nothing]
    }),
  )
}

const nothing = { seq: 0, state: EMPTY_STATE }
