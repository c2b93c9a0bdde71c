import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { ActionInList } from '../actions/action.shared'
import { actionsOfDecisions } from '../actions/action-queries'
import type { Actor } from '../auth/actor.shared'
import { readReservations } from './decided-measures'
import type { DecisionFilters } from './decision.shared'
import type { DecisionInRegister, Reservation } from './decision-list.shared'
import { decisionsMatching, withMeasures } from './decision-queries'
import type { EffectToApply } from './effect.shared'
import { effectsOfDecisions } from './effect-queries'

/** A decision with all that a register on paper says of it. */
export interface RegisterEntry extends DecisionInRegister {
  text: string
  /** its place on the agenda; null where it was taken outside of it */
  position: number | null
  reservations: Reservation[]
}

/** What the filters leave of a register, whole. */
export interface Register {
  decisions: RegisterEntry[]
  effects: EffectToApply[]
  actions: ActionInList[]
}

/** @returns all decisions of the actor's group that the filters leave, the newest first, with what follows from them */
export async function readRegister(db: Kysely<Database>, actor: Actor, filters: DecisionFilters): Promise<Register> {
  const rows = await decisionsMatching(db, actor, filters)
    .leftJoin('agendaItem', 'agendaItem.id', 'decision.agendaItemId')
    .select(['decision.text', 'agendaItem.position'])
    .execute()
  const ids = rows.map(row => row.id)
  const [decisions, reservations, effects, actions] = await Promise.all([
    withMeasures(db, rows),
    readReservations(db, ids),
    effectsOfDecisions(db, actor, ids),
    actionsOfDecisions(db, actor, ids),
  ])
  return {
    decisions: decisions.map(row => ({ ...row, reservations: reservations.get(row.id) ?? [] })),
    effects,
    actions,
  }
}
