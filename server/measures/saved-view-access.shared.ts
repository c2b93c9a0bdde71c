import type { Actor } from '../auth/actor.shared'
import { isCoordinator, isEditor } from '../auth/role-access.shared'

type Viewed = { isShared: boolean; isOwn: boolean }

/** Offers a view to the whole group. */
export const mayShareView = (actor: Pick<Actor, 'mandates'>) => isEditor(actor)

/** Renames or deletes a view: who made it, and of a shared one the coordinator. */
export const mayChangeView = (actor: Pick<Actor, 'mandates'>, view: Viewed) =>
  view.isOwn || (view.isShared && isCoordinator(actor))
