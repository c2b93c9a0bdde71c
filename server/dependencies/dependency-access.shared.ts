import type { Actor } from '../auth/actor.shared'
import { isEditor } from '../auth/role-access.shared'

/** Says how measures hang together, and takes that back. */
export const mayLinkMeasures = (actor: Pick<Actor, 'mandates'>) => isEditor(actor)
