import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { listLeads } from './list-leads'
import { levels, measureKinds, measureStatuses } from './measure.shared'
import type { MeasureFilters } from './measure-filters.shared'
import type { MeasurePage } from './measure-list.shared'
import { selectMeasures } from './select-measures'
import { type Grouping, ROWS_ON_PAGE, type TableColumn, type TableView } from './table-view.shared'

/** What orders rows, empty last: the value itself, or its place in a closed list. */
const place = (list: readonly string[], column: string) =>
  sql`array_position(array[${sql.join(list.map(value => sql.lit(value)))}], ${sql.ref(column)})`
const orders: Record<TableColumn, RawBuilder<unknown>> = {
  title: sql`lower(measure.title)`,
  number: sql`measure.number`,
  priority: sql`priority.position`,
  axis: sql`axis.position`,
  level: place(levels, 'measure.level'),
  horizon: sql`array_position(array['short', 'medium', 'long'], measure.horizon_from) * 10
    + array_position(array['short', 'medium', 'long'], measure.horizon_to)`,
  lead: sql`leader.code`,
  status: place(measureStatuses, 'measure.status'),
  kind: place(measureKinds, 'measure.kind'),
  changed: sql`measure.updated_at`,
}

/** What names a group, and what orders the groups; by sector is by that of the accepted lead. */
const groups: Record<Exclude<Grouping, 'none'>, { key: string; order: RawBuilder<unknown> }> = {
  priority: { key: 'priority.id', order: orders.priority },
  axis: { key: 'axis.id', order: orders.axis },
  level: { key: 'measure.level', order: orders.level },
  lead: { key: 'leader.code', order: orders.lead },
  status: { key: 'measure.status', order: orders.status },
  sector: { key: 'sector.id', order: sql`sector.position` },
}

/**
 * A page of the table: rows in their groups, and how many measures each group holds on all pages together. Three queries,
 * however many there are. A page beyond the last is the last.
 */
export async function readMeasurePage(
  db: Kysely<Database>,
  actor: Actor,
  filters: MeasureFilters,
  view: TableView,
): Promise<MeasurePage> {
  const counted = await countGroups(db, actor, filters, view.group)
  const total = counted.reduce((sum, group) => sum + group.count, 0)
  const pages = Math.max(1, Math.ceil(total / ROWS_ON_PAGE))
  const page = Math.min(view.page, pages)
  const { key, order } = group(view.group)
  const rows = await withLeader(db, actor, filters)
    .select(key.as('groupKey'))
    .orderBy(order, 'asc')
    .$if(view.sort !== null, query =>
      query.orderBy(orders[view.sort?.by ?? 'title'], ordered =>
        (view.sort?.descending ? ordered.desc() : ordered.asc()).nullsLast(),
      ),
    )
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .orderBy('measure.id')
    .limit(ROWS_ON_PAGE)
    .offset((page - 1) * ROWS_ON_PAGE)
    .execute()
  const leads = await listLeads(db, rows)
  return { rows: rows.map(row => ({ ...row, leads: leads.get(row.id) ?? [] })), groups: counted, page, pages }
}

async function countGroups(db: Kysely<Database>, actor: Actor, filters: MeasureFilters, by: Grouping) {
  const { key, order } = group(by)
  return withLeader(db, actor, filters)
    .clearSelect()
    .select(eb => [key.as('key'), eb.fn.countAll<number>().as('count')])
    .groupBy([key, order])
    .orderBy(order)
    .execute()
}

const group = (by: Grouping) => {
  const { key, order } = by === 'none' ? { key: null, order: sql`null::text` } : groups[by]
  return { key: key === null ? sql<string | null>`null::text` : sql<string | null>`${sql.ref(key)}::text`, order }
}

/** With the body that leads it: at most one has accepted to. */
const withLeader = (db: Kysely<Database>, actor: Actor, filters: MeasureFilters) =>
  selectMeasures(db, actor, filters)
    .leftJoin('responsibility as lead', join =>
      join.onRef('lead.measureId', '=', 'measure.id').on('lead.role', '=', 'lead').on('lead.state', '=', 'accepted'),
    )
    .leftJoin('body as leader', 'leader.id', 'lead.bodyId')
    .leftJoin('sector', 'sector.id', 'leader.sectorId')
