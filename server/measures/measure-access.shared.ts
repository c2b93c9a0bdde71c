import type { Actor } from '../auth/actor.shared'
import { isCoordinator, isEditor, mandateFor } from '../auth/role-access.shared'

type Mandated = Pick<Actor, 'mandates'>

/** Makes measures, and changes their title, summary and classification. */
export const mayEditMeasure = (actor: Mandated) => isEditor(actor)

/** Asks a body to carry a measure, or to agree with it, and takes such a question back. */
export const mayProposeOwner = (actor: Mandated) => isEditor(actor)

/** The mandate under which the actor answers for the body that was asked, if there is one. */
export const mayAnswerResponsibility = (actor: Mandated, responsibility: { bodyId: string }) =>
  mandateFor(actor, responsibility.bodyId)

/** Ends what was accepted: the coordinator, or the body itself. */
export const mayEndResponsibility = (actor: Mandated, responsibility: { bodyId: string }) =>
  isCoordinator(actor) || mandateFor(actor, responsibility.bodyId) !== undefined
