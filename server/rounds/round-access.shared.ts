import type { Actor } from '../auth/actor.shared'
import { isCoordinator } from '../auth/role-access.shared'

/** Asks owners for an update, reminds them and closes the round. Everybody in the group sees what came of it. */
export const mayRunRounds = (actor: Pick<Actor, 'mandates'>) => isCoordinator(actor)
