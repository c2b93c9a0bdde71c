import type { Actor } from '../auth/actor.shared'
import { isCoordinator } from '../auth/role-access.shared'

/** Makes the plan: its priorities and axes. */
export const mayShapePlan = (actor: Pick<Actor, 'mandates'>) => isCoordinator(actor)
