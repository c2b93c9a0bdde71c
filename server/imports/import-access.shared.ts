import type { Actor } from '../auth/actor.shared'
import { isCoordinator } from '../auth/role-access.shared'

/** Brings a file into the plan. */
export const mayImportPlan = (actor: Pick<Actor, 'mandates'>) => isCoordinator(actor)
