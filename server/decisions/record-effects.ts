import { randomUUID } from 'node:crypto'
import type { Insertable, Transaction } from 'kysely'
import type { EffectTable } from '#db/schema/effect'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { EffectInput } from './effect.shared'

/**
 * Puts what a decision changes beside it, all of it still to be applied.
 * @returns their ids, in the order in which they were given
 * @throws DomainError `not-found` `choose-one` (`effects`) for a measure of another group, a milestone of another measure or a
 *   body that does not exist
 */
export async function recordEffects(
  trx: Transaction<Database>,
  actor: Pick<Actor, 'groupId'>,
  { decisionId, effects }: { decisionId: string; effects: EffectInput[] },
): Promise<string[]> {
  if (effects.length === 0) return []
  const rows = effects.map((effect, index) => ({ ...rowOf(effect), id: randomUUID(), decisionId, position: index + 1 }))
  await check(trx, actor, rows)
  await trx.insertInto('effect').values(rows).execute()
  return rows.map(row => row.id)
}

type Row = Omit<Insertable<EffectTable>, 'decisionId' | 'position'>

function rowOf(effect: EffectInput): Row {
  const { kind, measureId = null, dueOn = null } = effect
  const shared = { kind, measureId, dueOn }
  switch (effect.kind) {
    case 'set-status':
      return { ...shared, payload: JSON.stringify({ status: effect.status }) }
    case 'set-lead':
      return { ...shared, bodyId: effect.bodyId, payload: '{}' }
    case 'set-date': {
      const { of, date } = effect
      const isMilestone = of !== 'startsOn' && of !== 'endsOn'
      const payload = JSON.stringify({ field: isMilestone ? 'milestone' : of, date })
      return { ...shared, payload, ...(isMilestone && { milestoneId: of }) }
    }
    case 'set-wording':
      return { ...shared, payload: JSON.stringify({ passage: effect.passage, wording: effect.wording }) }
    case 'ask-body':
      return { ...shared, bodyId: effect.bodyId, payload: JSON.stringify({ question: effect.question }) }
  }
}

async function check(trx: Transaction<Database>, { groupId }: Pick<Actor, 'groupId'>, rows: Row[]): Promise<void> {
  const idsOf = (field: 'measureId' | 'bodyId' | 'milestoneId') => [
    ...new Set(rows.map(row => row[field]).filter(id => typeof id === 'string')),
  ]
  const [measureIds, bodyIds, milestoneIds] = [idsOf('measureId'), idsOf('bodyId'), idsOf('milestoneId')]
  const measures = measureIds.length
    ? await trx
        .selectFrom('measure')
        .innerJoin('plan', 'plan.id', 'measure.planId')
        .select('measure.id')
        .where('measure.id', 'in', measureIds)
        .where('plan.groupId', '=', groupId)
        .execute()
    : []
  const bodies = bodyIds.length ? await trx.selectFrom('body').select('id').where('id', 'in', bodyIds).execute() : []
  const milestones = milestoneIds.length
    ? await trx.selectFrom('milestone').select(['id', 'measureId']).where('id', 'in', milestoneIds).execute()
    : []
  const isOfItsMeasure = rows.every(
    row =>
      !row.milestoneId || milestones.some(({ id, measureId }) => id === row.milestoneId && measureId === row.measureId),
  )
  if (measures.length < measureIds.length || bodies.length < bodyIds.length || !isOfItsMeasure) {
    throw new DomainError('not-found', 'choose-one', 'effects')
  }
}
