import type { ActionInList } from '#server/actions/action.shared'
import { carryActionMandate, dropActionMandate } from '#server/actions/action-access.shared'
import type { Actor } from '#server/auth/actor.shared'
import type { ActionRights } from './components/action-row'

/** What a reader may do with each of some actions, by its id. */
export const actionRights = (actor: Pick<Actor, 'mandate' | 'mandates'>, actions: ActionInList[]) =>
  Object.fromEntries(
    actions.map(({ id, body, origin }): [string, ActionRights] => [
      id,
      {
        carry: carryActionMandate(actor, { bodyId: body.id }) !== undefined,
        drop: dropActionMandate(actor, { bodyId: body.id, origin }) !== undefined,
      },
    ]),
  )
