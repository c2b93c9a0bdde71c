import { expressionBuilder } from 'kysely'
import type { Database } from '#db/schema/index'

/** Who leads a measure of the surrounding query, else who was asked to: one row at most, to be joined laterally as `lead`. */
export const firstLead = () =>
  expressionBuilder<Database, 'measure'>()
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['body.code', 'body.name', 'sector.colour', 'responsibility.state'])
    .whereRef('responsibility.measureId', '=', 'measure.id')
    .where('responsibility.role', '=', 'lead')
    .where('responsibility.state', 'in', ['accepted', 'proposed'])
    .orderBy('responsibility.state')
    .orderBy('body.code')
    .limit(1)
    .as('lead')
