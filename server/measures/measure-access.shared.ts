import type { Actor } from '../auth/actor.shared'
import { isCoordinator, isEditor, mandateFor } from '../auth/role-access.shared'

type Mandated = Pick<Actor, 'mandates'>

/** Makes measures, and changes their title, summary and classification. */
export const mayEditMeasure = (actor: Mandated) => isEditor(actor)

/** Asks a body to carry a measure, or to agree with it. */
export const mayProposeOwner = (actor: Mandated) => isEditor(actor)

/** Takes such a question back: an editor; of a transfer also the body that wants to hand it on. */
export const mayWithdraw = (actor: Mandated, question: { followsBodyId: string | null }) =>
  isEditor(actor) || (question.followsBodyId !== null && mandateFor(actor, question.followsBodyId) !== undefined)

/** Asks another body to take over what was accepted: an editor, or the body itself. */
export const mayTransfer = (actor: Mandated, responsibility: { bodyId: string }) =>
  isEditor(actor) || mandateFor(actor, responsibility.bodyId) !== undefined

/** Says which person does it for the body: the body itself, or a coordinator. */
export const mayChangePerson = (actor: Mandated, responsibility: { bodyId: string }) =>
  isCoordinator(actor) || mandateFor(actor, responsibility.bodyId) !== undefined

/** The mandate under which the actor answers for the body that was asked, if there is one. */
export const mayAnswerResponsibility = (actor: Mandated, responsibility: { bodyId: string }) =>
  mandateFor(actor, responsibility.bodyId)

/** Ends what was accepted: the coordinator, or the body itself. */
export const mayEndResponsibility = (actor: Mandated, responsibility: { bodyId: string }) =>
  isCoordinator(actor) || mandateFor(actor, responsibility.bodyId) !== undefined

/** The mandate under which the actor says that a measure still holds: an editor's, or that for the body that leads it. */
export const reviewMandate = (actor: Pick<Actor, 'mandate' | 'mandates'>, leads: { bodyId: string }[]) =>
  isEditor(actor) ? actor.mandate : mandateForOne(actor, leads)

/** The mandate under which the actor adds evidence: an editor's, or that for a body that leads the measure or helps to. */
export const evidenceMandate = (actor: Pick<Actor, 'mandate' | 'mandates'>, carriers: { bodyId: string }[]) =>
  isEditor(actor) ? actor.mandate : mandateForOne(actor, carriers)

/** The mandate under which the actor takes evidence away: an editor's, or that for the body that added it. */
export const removalMandate = (actor: Pick<Actor, 'mandate' | 'mandates'>, addedBy: { bodyId: string }) =>
  isEditor(actor) ? actor.mandate : mandateForOne(actor, [addedBy])

const mandateForOne = (actor: Mandated, bodies: { bodyId: string }[]) =>
  bodies.map(({ bodyId }) => mandateFor(actor, bodyId)).find(mandate => mandate !== undefined)
