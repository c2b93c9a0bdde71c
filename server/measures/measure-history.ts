import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import {
  type HistoryChoices,
  type HistoryFilters,
  historyKind,
  historyKinds,
  type MeasureHistory,
  type MeetingMark,
} from './history.shared'
import { readLines } from './history-lines'
import { readNames } from './history-names'

/** So many lines are a page. */
const PAGE = 50
/** So many lines go into a file. */
export const HISTORY_IN_FILE = 20_000

/**
 * Who did what to a measure, under which mandate, from what to what, the newest first. The caller has checked that the reader
 * may see the measure.
 * @param page `before`: the cursor that the page before gave
 */
export async function readMeasureHistory(
  db: Kysely<Database>,
  actor: Actor,
  measureId: string,
  { filters, before }: { filters: HistoryFilters; before?: number | undefined },
): Promise<MeasureHistory> {
  const found = await readLines(db, actor, { measureIds: [measureId], filters, before, limit: PAGE + 1 })
  const lines = found.slice(0, PAGE)
  return { lines, names: await readNames(db, lines), next: found.length > PAGE ? (lines.at(-1)?.id ?? null) : null }
}

/** The whole of it that the filters ask for, for a file: not endlessly much. The caller has checked as well. */
export async function readWholeHistory(
  db: Kysely<Database>,
  actor: Actor,
  measureId: string,
  filters: HistoryFilters,
): Promise<Omit<MeasureHistory, 'next'>> {
  const lines = await readLines(db, actor, { measureIds: [measureId], filters, limit: HISTORY_IN_FILE })
  return { lines, names: await readNames(db, lines) }
}

/** What a reader can choose from to narrow the history of a measure down: only what is in it. */
export async function readHistoryChoices(
  db: Kysely<Database>,
  actor: Actor,
  measureId: string,
): Promise<HistoryChoices> {
  const [nouns, doers, meetings] = await Promise.all([
    sql<{ verb: string }>`
      select distinct split_part(verb, '.', 1) as verb from activity
      where group_id = ${actor.groupId} and topics @> array['measure:' || ${measureId}::text]`.execute(db),
    sql<{ personId: string; personName: string; bodyId: string; code: string; bodyName: string }>`
      select distinct person.id as person_id, person.name as person_name, body.id as body_id, body.code, body.name as body_name
      from activity
      join person on person.id = activity.person_id
      join mandate on mandate.id = activity.mandate_id
      join body on body.id = mandate.body_id
      where activity.group_id = ${actor.groupId} and topics @> array['measure:' || ${measureId}::text]
      order by person.name, body.code`.execute(db),
    listHeldMeetings(db, actor),
  ])
  const kinds = new Set(nouns.rows.map(({ verb }) => historyKind(verb)))
  const unique = <T extends { id: string }>(rows: T[]) => [...new Map(rows.map(row => [row.id, row])).values()]
  return {
    kinds: historyKinds.filter(kind => kinds.has(kind)),
    people: unique(doers.rows.map(row => ({ id: row.personId, name: row.personName }))),
    bodies: unique(doers.rows.map(row => ({ id: row.bodyId, code: row.code, name: row.bodyName }))),
    meetings,
  }
}

/** The meetings of the group that have begun, the newest first; not endlessly many. */
export async function listHeldMeetings(db: Kysely<Database>, actor: Actor): Promise<MeetingMark[]> {
  return db
    .selectFrom('meeting')
    .select(['id', 'title', 'startsAt'])
    .where('groupId', '=', actor.groupId)
    .where('status', '<>', 'planned')
    .orderBy('startsAt', 'desc')
    .limit(30)
    .execute()
}
