import type { Actor } from '../auth/actor.shared'
import { isCoordinator } from '../auth/role-access.shared'

/** Freezes the plan as it stands, to measure it by later. */
export const mayFreezeBaseline = (actor: Pick<Actor, 'mandates'>) => isCoordinator(actor)
