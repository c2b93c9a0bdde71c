import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { bodiesSpokenFor } from '../measures/responsibility-queries'
import type { ActionInList } from './action.shared'
import { actionRows, isOverdue, readActions } from './action-rows'

/** What is late comes first, and what has no day last. */
export const dueFirst = (rows: ReturnType<typeof actionRows>) =>
  rows
    .orderBy(sql`action_item.state <> 'open'`)
    .orderBy('actionItem.dueOn', order => order.asc().nullsLast())
    .orderBy('actionItem.madeAt')
    .orderBy('actionItem.id')

type Actions = ExpressionBuilder<Database, 'actionItem'>

/** For a query: given to the actor in person, or to a body that they speak for and to nobody else of it. */
export const isForMe = (eb: Actions, actor: Actor) => {
  const bodyIds = bodiesSpokenFor(actor)
  const mine = eb('actionItem.personId', '=', actor.personId)
  if (bodyIds.length === 0) return mine
  return eb.or([mine, eb('actionItem.bodyId', 'in', bodyIds).and('actionItem.personId', 'is', null)])
}

/** For a query: of a body that the actor has a mandate for. */
export const isOfMyBody = (eb: Actions, { mandates }: Pick<Actor, 'mandates'>) =>
  eb('actionItem.bodyId', 'in', [...new Set(mandates.map(mandate => mandate.bodyId))])

/** @returns what the actor, or a body that they speak for, has still to do; what is due first comes first */
export async function actionsToDo(db: Kysely<Database>, actor: Actor): Promise<ActionInList[]> {
  const rows = actionRows(db, actor)
    .where('actionItem.state', '=', 'open')
    .where(eb => isForMe(eb as unknown as Actions, actor))
  return readActions(db, dueFirst(rows))
}

/** @returns how many of those are late */
export async function countOverdueActions(db: Kysely<Database>, actor: Actor): Promise<number> {
  const { count } = await db
    .selectFrom('actionItem')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('groupId', '=', actor.groupId)
    .where(isOverdue)
    .where(eb => isForMe(eb, actor))
    .executeTakeFirstOrThrow()
  return count
}

/** @returns every action of the actor's group that is late, for an agenda that follows up; the latest day last */
export async function overdueActions(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>): Promise<ActionInList[]> {
  return readActions(db, dueFirst(actionRows(db, actor).where(isOverdue)))
}

/** @returns what decisions gave to do, in the order in which it was given */
export async function actionsOfDecisions(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  decisionIds: string[],
): Promise<ActionInList[]> {
  if (decisionIds.length === 0) return []
  const rows = actionRows(db, actor).where('actionItem.decisionId', 'in', decisionIds)
  return readActions(db, rows.orderBy('actionItem.madeAt').orderBy('actionItem.id'))
}

/** @returns what a meeting gave to do, by its decisions and at its items, in the order of the agenda */
export async function actionsOfMeeting(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  meetingId: string,
): Promise<ActionInList[]> {
  const rows = actionRows(db, actor).where('meeting.id', '=', meetingId)
  return readActions(db, rows.orderBy('agendaItem.position').orderBy('actionItem.madeAt').orderBy('actionItem.id'))
}

/** @returns what is to be done about a measure, and was; what is open first */
export async function actionsOfMeasure(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  measureId: string,
): Promise<ActionInList[]> {
  const rows = actionRows(db, actor).where(eb =>
    eb.or([
      eb('actionItem.measureId', '=', measureId),
      eb.exists(
        eb
          .selectFrom('decisionMeasure')
          .select('decisionMeasure.measureId')
          .whereRef('decisionMeasure.decisionId', '=', 'actionItem.decisionId')
          .where('decisionMeasure.measureId', '=', measureId),
      ),
    ]),
  )
  return readActions(db, dueFirst(rows))
}
