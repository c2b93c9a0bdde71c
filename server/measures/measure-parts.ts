import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { BodyMark } from '../bodies/body.shared'
import type { BasicFunction, MeasureDetail, MeasureMark, SubMeasure } from './measure-detail.shared'

/** The priorities that a measure serves beside its main one, in the plan's order. */
export async function listOtherPriorities(
  db: Kysely<Database>,
  measureId: string,
): Promise<MeasureDetail['otherPriorities']> {
  return db
    .selectFrom('measureOtherPriority')
    .innerJoin('priority', 'priority.id', 'measureOtherPriority.priorityId')
    .select(['priority.id', 'priority.position', 'priority.title'])
    .where('measureOtherPriority.measureId', '=', measureId)
    .orderBy('priority.position')
    .execute()
}

/** The basic functions that a measure serves. */
export async function listBasicFunctions(db: Kysely<Database>, measureId: string): Promise<BasicFunction[]> {
  return db
    .selectFrom('measureBasicFunction')
    .innerJoin('basicFunction', 'basicFunction.id', 'measureBasicFunction.basicFunctionId')
    .select(['basicFunction.id', 'basicFunction.nameNl', 'basicFunction.nameEn', 'basicFunction.label'])
    .select(['basicFunction.definition', 'basicFunction.certainty'])
    .where('measureBasicFunction.measureId', '=', measureId)
    .orderBy('basicFunction.position')
    .execute()
}

/** A measure and all that it is part of, the highest first. */
export async function listAncestors(db: Kysely<Database>, id: string): Promise<MeasureMark[]> {
  const { rows } = await sql<MeasureMark>`
    with recursive above as (
      select id, number, title, parent_id, 0 as height from measure where id = ${id}
      union all
      select measure.id, measure.number, measure.title, measure.parent_id, above.height + 1
      from measure join above on above.parent_id = measure.id
    )
    select id, number, title from above order by height desc`.execute(db)
  return rows
}

/** The measures that are part of a measure, in the plan's order, with who leads them. */
export async function listSubMeasures(db: Kysely<Database>, measureId: string): Promise<SubMeasure[]> {
  const rows = await db
    .selectFrom('measure')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .leftJoin('responsibility', join =>
      join
        .onRef('responsibility.measureId', '=', 'measure.id')
        .on('responsibility.role', '=', 'lead')
        .on('responsibility.state', '=', 'accepted'),
    )
    .leftJoin('body', 'body.id', 'responsibility.bodyId')
    .leftJoin('sector', 'sector.id', 'body.sectorId')
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.status', 'measure.isDemo'])
    .select(['body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .where('measure.parentId', '=', measureId)
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .execute()
  return rows.map(({ bodyId, code, name, colour, ...measure }) => ({
    ...measure,
    lead: bodyId ? ({ id: bodyId, code, name, colour } as BodyMark) : null,
  }))
}
