import type { Actor } from '../auth/actor.shared'
import { isCoordinator, isEditor } from '../auth/role-access.shared'

/** Records what the group decided, as long as the minutes of that meeting can still be completed. */
export const mayRecordDecision = (actor: Pick<Actor, 'mandates'>, meeting: { status: string }) =>
  isCoordinator(actor) && meeting.status !== 'minutes-approved'

/** Carries out what was decided: editors, who may change each of these by hand too. */
export const mayApplyEffect = (actor: Pick<Actor, 'mandates'>) => isEditor(actor)

/** Gives up what was decided to change. */
export const mayDropEffect = (actor: Pick<Actor, 'mandates'>) => isCoordinator(actor)

/** Signs a correction of a decision that stands, also once the minutes are approved. */
export const maySignErratum = (actor: Pick<Actor, 'mandates'>) => isCoordinator(actor)
