import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { HistoryLine, HistoryName, HistoryNames } from './history.shared'

const record = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What every id that the lines hold is called now, whatever field it stands in: one query. */
export async function readNames(db: Kysely<Database>, lines: HistoryLine[]): Promise<HistoryNames> {
  const words = [...new Set(lines.flatMap(({ before, after }) => [before, after].flatMap(wordsIn)))]
  const ids = words.filter(word => record.test(word))
  const slugs = words.filter(word => !record.test(word))
  if (words.length === 0) return {}
  const { rows } = await sql<HistoryName & { id: string }>`
    select id::text, title as label, null as label_en, null as code from priority where id = any(${ids}::uuid[])
    union all select id::text, name, null, null from axis where id = any(${ids}::uuid[])
    union all select id::text, name, null, code from body where id = any(${ids}::uuid[])
    union all select id::text, name, null, null from person where id = any(${ids}::uuid[])
    union all select id::text, title, null, null from measure where id = any(${ids}::uuid[])
    union all select id, name_nl, name_en, null from basic_function where id = any(${slugs}::text[])`.execute(db)
  return Object.fromEntries(rows.map(({ id, ...name }) => [id, name]))
}

/** The short texts that a value holds, at any depth. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 40 ? [value] : []
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : []
}
