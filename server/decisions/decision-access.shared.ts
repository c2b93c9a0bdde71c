import type { Actor } from '../auth/actor.shared'
import { isCoordinator } from '../auth/role-access.shared'

/** Records what the group decided, as long as the minutes of that meeting can still be completed. */
export const mayRecordDecision = (actor: Pick<Actor, 'mandates'>, meeting: { status: string }) =>
  isCoordinator(actor) && meeting.status !== 'minutes-approved'
