import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { EffectToApply } from './effect.shared'
import { effectRows, isOverdueEffect, isToApply, readEffects } from './effect-rows'

type Reader = Pick<Actor, 'groupId'>

/** @returns what decisions change, in the order of the register and then as it was recorded */
export async function effectsOfDecisions(
  db: Kysely<Database>,
  reader: Reader,
  decisionIds: string[],
): Promise<EffectToApply[]> {
  if (decisionIds.length === 0) return []
  const rows = effectRows(db, reader).where('effect.decisionId', 'in', decisionIds)
  return readEffects(db, rows.orderBy('decision.year').orderBy('decision.number').orderBy('effect.position'))
}

/** @returns what decisions change, or changed, of a measure; the newest decision first */
export async function effectsOnMeasure(
  db: Kysely<Database>,
  reader: Reader,
  measureId: string,
): Promise<EffectToApply[]> {
  const rows = effectRows(db, reader).where('effect.measureId', '=', measureId)
  return readEffects(
    db,
    rows.orderBy('decision.year', 'desc').orderBy('decision.number', 'desc').orderBy('effect.position'),
  )
}

/**
 * @param only 'overdue': what should have been applied by now
 * @returns what the group decided and nobody applied yet, what is due first comes first: for work lists, and for an agenda
 */
export async function effectsToApply(
  db: Kysely<Database>,
  reader: Reader,
  { only }: { only?: 'overdue' } = {},
): Promise<EffectToApply[]> {
  const rows = effectRows(db, reader).where(only === 'overdue' ? isOverdueEffect : isToApply)
  return readEffects(
    db,
    rows
      .orderBy('effect.dueOn', order => order.asc().nullsLast())
      .orderBy('decision.year')
      .orderBy('decision.number')
      .orderBy('effect.position'),
  )
}
