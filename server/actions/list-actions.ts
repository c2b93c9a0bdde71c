import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { bodiesSpokenFor } from '../measures/responsibility-queries'
import type { ActionFilters, ActionInList, ActionList, ActionScope } from './action.shared'
import { dueFirst, isForMe, isOfMyBody } from './action-queries'
import { actionRows, isOverdue, readActions } from './action-rows'

const ROWS_A_PAGE = 50

/** Whose actions somebody sees who did not say: who speaks for a body, what that has to do; others everybody's. */
export const scopeOf = (actor: Actor, { whose }: Pick<ActionFilters, 'whose'>): ActionScope =>
  whose ?? (bodiesSpokenFor(actor).length > 0 ? 'mine' : 'all')

/** @returns one page of the actions of the actor's group that the filters leave; what is late first */
export async function listActions(db: Kysely<Database>, actor: Actor, filters: ActionFilters): Promise<ActionList> {
  const matching = matchingRows(db, actor, filters)
  const page = dueFirst(matching)
    .limit(ROWS_A_PAGE)
    .offset((filters.page - 1) * ROWS_A_PAGE)
  const [actions, { total }, open] = await Promise.all([
    readActions(db, page),
    matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    countOpen(db, actor),
  ])
  return { actions, total, open, page: filters.page, pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)) }
}

/** @returns every action of the actor's group that the filters leave, whatever their page; what is late first */
export const allActions = (db: Kysely<Database>, actor: Actor, filters: ActionFilters): Promise<ActionInList[]> =>
  readActions(db, dueFirst(matchingRows(db, actor, filters)))

function matchingRows(db: Kysely<Database>, actor: Actor, filters: ActionFilters) {
  const { state = 'open', body, meeting, q } = filters
  const whose = scopeOf(actor, filters)
  let rows = actionRows(db, actor)
  if (whose === 'mine') rows = rows.where(eb => isForMe(eb as never, actor))
  if (whose === 'body') rows = rows.where(eb => isOfMyBody(eb as never, actor))
  if (state === 'overdue') rows = rows.where(isOverdue)
  else if (state !== 'any') rows = rows.where('actionItem.state', '=', state)
  if (body) rows = rows.where('actionItem.bodyId', '=', body)
  if (meeting) rows = rows.where('meeting.id', '=', meeting)
  for (const word of q?.split(/\s+/) ?? []) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where(eb =>
      eb.or([
        eb('actionItem.title', 'ilike', pattern),
        eb('measure.title', 'ilike', pattern),
        eb('decision.title', 'ilike', pattern),
        eb('body.name', 'ilike', pattern),
        eb('body.code', 'ilike', pattern),
      ]),
    )
  }
  return rows
}

async function countOpen(db: Kysely<Database>, actor: Actor): Promise<ActionList['open']> {
  return db
    .selectFrom('actionItem')
    .select(eb => [
      eb.fn.countAll<number>().as('all'),
      eb.fn
        .countAll<number>()
        .filterWhere(filter => isForMe(filter, actor))
        .as('mine'),
      eb.fn
        .countAll<number>()
        .filterWhere(filter => isOfMyBody(filter, actor))
        .as('body'),
      eb.fn.countAll<number>().filterWhere(sql<boolean>`${isOverdue}`).as('overdue'),
    ])
    .where('groupId', '=', actor.groupId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
}
