import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { DomainError } from '../errors'
import { lastStep } from './condition-state'
import type { ConditionRow } from './position.shared'

interface Named {
  position: { id: string; measureId: string; bodyId: string }
  mandateId: string
  rows: ConditionRow[]
}

/**
 * Says on which conditions a new position holds: those that stand already and are named again stay the same records, the
 * others are new. What the body had open about this measure and no longer names is withdrawn.
 * @returns the ids of those raised and withdrawn, for the trail
 * @throws DomainError `not-found` (`conditions`) for one that is not the body's, or was withdrawn
 */
export async function nameConditions(
  trx: Transaction<Database>,
  { position, mandateId, rows }: Named,
): Promise<{ raised?: string[]; withdrawn?: string[] }> {
  const standing = await lockStanding(trx, position)
  // Who rewrites a condition raises another one: what was asked before stays on record.
  const kept = rows.map(({ id, text }) => {
    if (!id) return undefined
    const found = standing.find(condition => condition.id === id)
    if (!found) throw new DomainError('not-found', 'not-found', 'conditions')
    return found.text === text ? found.id : undefined
  })
  const named = rows.map(({ text }, index) => ({ id: kept[index] ?? randomUUID(), text, isNew: !kept[index] }))
  const { id: positionId, measureId, bodyId } = position
  const raised = named.filter(condition => condition.isNew)
  if (raised.length > 0) {
    await trx
      .insertInto('condition')
      .values(raised.map(({ id, text }) => ({ id, text, measureId, bodyId, positionId })))
      .execute()
  }
  const ids = [...new Set(named.map(condition => condition.id))]
  if (ids.length > 0) {
    await trx
      .insertInto('positionCondition')
      .values(ids.map((conditionId, index) => ({ positionId, conditionId, place: index + 1 })))
      .execute()
  }
  const withdrawn = standing.filter(({ id, isOpen }) => isOpen && !ids.includes(id))
  if (withdrawn.length > 0) {
    await trx
      .insertInto('conditionStep')
      .values(
        withdrawn.map(({ id, steps }) => ({
          conditionId: id,
          number: steps + 1,
          step: 'withdrawn' as const,
          mandateId,
        })),
      )
      .execute()
  }
  return {
    ...(raised.length > 0 && { raised: raised.map(condition => condition.id) }),
    ...(withdrawn.length > 0 && { withdrawn: withdrawn.map(condition => condition.id) }),
  }
}

/** What the body asked about this measure and did not withdraw; nobody says anything about them until the transaction ends. */
async function lockStanding(trx: Transaction<Database>, { measureId, bodyId }: { measureId: string; bodyId: string }) {
  await trx
    .selectFrom('condition')
    .select('id')
    .where('measureId', '=', measureId)
    .where('bodyId', '=', bodyId)
    .orderBy('id')
    .forUpdate()
    .execute()
  const conditions = await trx
    .selectFrom('condition')
    .leftJoinLateral(lastStep, join => join.onTrue())
    .select(['condition.id', 'condition.text', 'last.step'])
    .select(sql<number>`coalesce(last.number, 0)`.as('steps'))
    .where('measureId', '=', measureId)
    .where('bodyId', '=', bodyId)
    .execute()
  return conditions
    .filter(condition => condition.step !== 'withdrawn')
    .map(({ step, ...condition }) => ({ ...condition, isOpen: step === null || step === 'reopened' }))
}
