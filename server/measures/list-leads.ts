import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { LeadInList } from './measure-list.shared'

/** @returns who leads each of these measures or was asked to, accepted before proposed: one query */
export async function listLeads(db: Kysely<Database>, measures: { id: string }[]): Promise<Map<string, LeadInList[]>> {
  if (measures.length === 0) return new Map()
  const ids = measures.map(measure => measure.id)
  const leads = await db
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['responsibility.measureId', 'responsibility.state', 'responsibility.certainty'])
    .select(['body.code', 'body.name', 'sector.colour'])
    .where('responsibility.measureId', 'in', ids)
    .where('responsibility.role', '=', 'lead')
    .where('responsibility.state', 'in', ['accepted', 'proposed'])
    .orderBy('responsibility.state')
    .orderBy('body.code')
    .execute()
  const byMeasure = new Map<string, LeadInList[]>()
  for (const { state, ...lead } of leads) {
    const others = byMeasure.get(lead.measureId) ?? []
    byMeasure.set(lead.measureId, [...others, { ...lead, isAccepted: state === 'accepted' }])
  }
  return byMeasure
}
