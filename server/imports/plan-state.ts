import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { listBodies, listMandatedPeople } from '../bodies/body-queries'
import type { ExportCell } from '../exports/export-table'
import { measureTable } from '../exports/plan-tables'
import { type ExportedMeasure, type PlanExport, readPlanExport } from '../exports/read-plan-export'
import type { ExportWords } from '../exports/words.shared'
import { type ImportField, importFields, normalName } from './import.shared'

/** What stands in the plan, looked up the way a file names it. */
export interface PlanState {
  exported: PlanExport
  measures: Map<string, ExportedMeasure>
  /** by measure: what an export would say of each field, in each language, the reader's first */
  shown: Map<string, Record<ImportField, string>>[]
  byNumber: Map<number, string>
  /** by priority and title; null: more than one is called so */
  byTitle: Map<string, string | null>
  bodies: Map<string, string>
  bodyNames: { id: string; code: string; name: string }[]
  /** who acts for a body in the group, by the body's id and the name; null: several are called so */
  people: Map<string, string | null>
  /** the day it is in Brussels, 'YYYY-MM-DD' */
  today: string
}

/** Reads the plan of the actor's group as an import needs it. `words`: those of each language, the reader's first. */
export async function readPlanState(db: Kysely<Database>, actor: Actor, words: ExportWords[]): Promise<PlanState> {
  const [exported, bodies, mandated, now] = await Promise.all([
    readPlanExport(db, actor),
    listBodies(db),
    listMandatedPeople(db, actor),
    sql<{ today: string }>`select ${today}::text as today`.execute(db),
  ])
  const people = new Map<string, string | null>()
  for (const { personId, name, bodyId } of mandated) {
    const key = `${bodyId} ${normalName(name)}`
    people.set(key, people.has(key) ? null : personId)
  }
  const { measures } = exported
  const byTitle = new Map<string, string | null>()
  for (const { id, priorityId, title } of measures) {
    for (const key of [titleKey(priorityId, title), titleKey(null, title)])
      byTitle.set(key, byTitle.has(key) ? null : id)
  }
  return {
    exported,
    measures: new Map(measures.map(measure => [measure.id, measure])),
    shown: words.map(words => shownIn(exported, words)),
    byNumber: new Map(measures.flatMap(({ number, id }) => (number === null ? [] : [[number, id]]))),
    byTitle,
    bodies: new Map(bodies.map(({ code, id }) => [normalName(code), id])),
    bodyNames: bodies,
    people,
    today: now.rows[0]?.today ?? '',
  }
}

export const titleKey = (priorityId: string | null, title: string) => `${priorityId ?? ''} ${normalName(title)}`

function shownIn(exported: PlanExport, words: ExportWords): Map<string, Record<ImportField, string>> {
  const { rows } = measureTable(exported, words, importFields)
  const text = (cell: ExportCell | undefined) => String(cell ?? '').trim()
  return new Map(
    exported.measures.map(({ id }, index) => {
      const cells = importFields.map((field, column) => [field, text(rows[index]?.[column])])
      return [id, Object.fromEntries(cells) as Record<ImportField, string>]
    }),
  )
}
