import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivities } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { CellsOutcome, ProposeLeadsInput, RefusedCell } from './cells.shared'
import { lockMeasures } from './lock-measure'
import { mayProposeOwner } from './measure-access.shared'

/**
 * Asks a body to lead many measures, in one transaction. Where another leads already (`lead-taken`), or this one was asked
 * before (`already-asked`), nothing is asked and the reason told.
 * @throws DomainError `forbidden`; `invalid` `unknown-choice` for a body that does not exist
 */
export async function proposeLeads(
  trx: Transaction<Database>,
  actor: Actor,
  { measureIds, bodyId }: ProposeLeadsInput,
): Promise<CellsOutcome> {
  if (!mayProposeOwner(actor)) throw new DomainError('forbidden')
  const body = await trx.selectFrom('body').select('code').where('id', '=', bodyId).executeTakeFirst()
  if (!body) throw new DomainError('invalid', 'unknown-choice', 'bodyId')
  const measures = await lockMeasures(trx, actor, measureIds)
  const leads = await findLeads(trx, measures)
  const asked = measures.map(({ id, title }) => {
    const own = leads.filter(lead => lead.measureId === id)
    const accepted = own.find(lead => lead.state === 'accepted')
    const isAsked = own.some(lead => lead.bodyId === bodyId)
    const reason = isAsked ? ('already-asked' as const) : accepted ? ('lead-taken' as const) : undefined
    return { id, title, reason, current: accepted?.code ?? null }
  })
  const free = asked.filter(measure => !measure.reason).map(measure => ({ ...measure, responsibilityId: randomUUID() }))
  if (free.length > 0) await propose(trx, actor, free, bodyId)
  const missing = measureIds.filter(id => !measures.some(measure => measure.id === id))
  return {
    changed: free.map(({ id }) => ({ measureId: id, field: 'lead', before: null, value: body.code })),
    refused: [
      ...asked.flatMap(({ id, title, reason, current }): RefusedCell[] =>
        reason ? [{ measureId: id, field: 'lead', title, reason, mine: body.code, current }] : [],
      ),
      ...missing.map(
        (measureId): RefusedCell => ({
          measureId,
          field: 'lead',
          title: null,
          reason: 'not-found',
          mine: body.code,
          current: null,
        }),
      ),
    ],
  }
}

async function findLeads(trx: Transaction<Database>, measures: { id: string }[]) {
  if (measures.length === 0) return []
  return trx
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .select(['responsibility.measureId', 'responsibility.bodyId', 'responsibility.state', 'body.code'])
    .where(
      'responsibility.measureId',
      'in',
      measures.map(measure => measure.id),
    )
    .where('responsibility.role', '=', 'lead')
    .where('responsibility.state', 'in', ['accepted', 'proposed'])
    .execute()
}

async function propose(
  trx: Transaction<Database>,
  actor: Actor,
  measures: { id: string; responsibilityId: string }[],
  bodyId: string,
): Promise<void> {
  const proposedBy = actor.mandate.id
  await trx
    .insertInto('responsibility')
    .values(
      measures.map(({ id, responsibilityId }) => ({
        id: responsibilityId,
        measureId: id,
        bodyId,
        role: 'lead' as const,
        proposedBy,
      })),
    )
    .execute()
  await recordActivities(
    trx,
    actor,
    measures.map(({ id, responsibilityId }) => ({
      verb: 'responsibility.proposed',
      subjectType: 'measure',
      subjectId: id,
      topics: [`measure:${id}`, 'measures'],
      after: { responsibilityId, bodyId, role: 'lead' },
    })),
  )
}
