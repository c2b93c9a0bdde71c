import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { BodyMark } from '../bodies/body.shared'
import { readContent } from '../documents/read-content'
import type { FrozenMeasure, FrozenMilestone } from './slippage.shared'

interface Asked {
  baselineId: string
  planId: string
  /** only this one */
  measureId?: string | undefined
}

/** Which of the two a row tells of. */
type Side = 'was' | 'now'

/**
 * Reads the measures of a baseline and of its plan in one query.
 * @returns the plan's as they are now in its order, then what the baseline says, each without its milestones
 */
export async function readMeasures(db: Kysely<Database>, { baselineId, planId, measureId }: Asked) {
  const only = (column: string) => (measureId ? sql`and ${sql.ref(column)} = ${measureId}` : sql``)
  const { rows } = await sql<MeasureRow>`
    select side, measure.id, measure.number, title, measure.level, status, priority_id, priority_position, priority_title,
      axis_id, axis_name, horizon_from, horizon_to, starts_on, ends_on, document_id, hash, version,
      body.id as lead_id, body.code as lead_code, body.name as lead_name, sector.colour as lead_colour
    from (
      select 'now' as side, measure.id, measure.number, measure.title, measure.level, measure.status,
        priority.id as priority_id, priority.position as priority_position, priority.title as priority_title,
        axis.id as axis_id, axis.name as axis_name, horizon_from, horizon_to,
        measure.starts_on, measure.ends_on,
        measure.document_id, content.hash, null::integer as version, lead.body_id as lead_body_id, measure.position
      from measure
      join priority on priority.id = measure.priority_id
      join document on document.id = measure.document_id
      left join document_content content on content.document_id = document.id and content.seq = document.seq
      left join axis on axis.id = measure.axis_id
      left join responsibility lead
        on lead.measure_id = measure.id and lead.role = 'lead' and lead.state = 'accepted'
      where measure.plan_id = ${planId} ${only('measure.id')}
      union all
      select 'was', measure_id, frozen.number, frozen.title, level, status, priority_id, priority_position,
        priority_title, axis_id, axis_name, horizon_from, horizon_to, starts_on, ends_on,
        version.document_id, version.hash, version.number, lead_body_id, 0
      from baseline_measure frozen
      join document_version version on version.id = frozen.document_version_id
      where frozen.baseline_id = ${baselineId} ${only('frozen.measure_id')}
    ) measure
    left join body on body.id = measure.lead_body_id
    left join sector on sector.id = body.sector_id
    order by side, priority_position, measure.position, title`.execute(db)
  return Promise.all(rows.map(async row => ({ side: row.side, measure: await toMeasure(db, row) })))
}

interface MeasureRow
  extends Omit<FrozenMeasure, 'priority' | 'axis' | 'lead' | 'text' | 'milestones'>,
    Record<'priorityId' | 'priorityTitle' | 'documentId', string> {
  side: Side
  priorityPosition: number
  axisId: string | null
  axisName: string | null
  /** null where what the text says now is not written down yet */
  hash: string | null
  version: number | null
  leadId: string | null
  leadCode: string
  leadName: string
  leadColour: number
}

async function toMeasure(db: Kysely<Database>, row: MeasureRow): Promise<Omit<FrozenMeasure, 'milestones'>> {
  const { id, number, title, level, status, horizonFrom, horizonTo, startsOn, endsOn, version } = row
  const hash = row.hash ?? (await readContent(db, row.documentId)).hash
  const { axisId, axisName, priorityId, priorityPosition, priorityTitle } = row
  return {
    ...{ id, number, title, level, status, horizonFrom, horizonTo, startsOn, endsOn },
    priority: { id: priorityId, position: priorityPosition, title: priorityTitle },
    axis: axisId && axisName ? { id: axisId, name: axisName } : null,
    lead: leadOf(row),
    text: { hash, version },
  }
}

const leadOf = ({ leadId, leadCode, leadName, leadColour }: MeasureRow): BodyMark | null =>
  leadId ? { id: leadId, code: leadCode, name: leadName, colour: leadColour } : null

/** Reads the milestones of a baseline and of its plan in one query, each side in the order of its dates. */
export async function readMilestones(db: Kysely<Database>, { baselineId, planId, measureId }: Asked) {
  const only = (column: string) => (measureId ? sql`and ${sql.ref(column)} = ${measureId}` : sql``)
  const { rows } = await sql<FrozenMilestone & { side: Side; measureId: string }>`
    select * from (
      select 'now' as side, milestone.measure_id, milestone.id, milestone.label, planned_for, reached_on,
        dropped_reason is not null as is_dropped
      from milestone join measure on measure.id = milestone.measure_id
      where measure.plan_id = ${planId} ${only('measure.id')}
      union all
      select 'was', measure_id, milestone_id, label, planned_for, reached_on, is_dropped
      from baseline_milestone
      where baseline_id = ${baselineId} ${only('measure_id')}
    ) milestone
    order by coalesce(reached_on, planned_for) collate "C", label, id`.execute(db)
  return rows
}
