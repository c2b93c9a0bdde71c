import type { Actor } from '../auth/actor.shared'
import { isCoordinator, isEditor, mandateFor } from '../auth/role-access.shared'

type Mandated = Pick<Actor, 'mandates'>

/** Asks bodies for a position, and closes the round. */
export const mayRunPositionRounds = (actor: Mandated) => isCoordinator(actor)

/** The mandate under which the actor prepares, takes and confirms positions of a body, if there is one. */
export const positionMandate = (actor: Mandated, { bodyId }: { bodyId: string }) => mandateFor(actor, bodyId)

/** Says that what changed in a text is spelling or white space, so that positions on it still hold. */
export const mayWaiveChanges = (actor: Mandated) => isCoordinator(actor)

/** The mandate under which the actor says that a condition is met, if there is one: who raised it lifts it. */
export const meetingMandate = (actor: Mandated, condition: { bodyId: string }) => mandateFor(actor, condition.bodyId)

/** Sets a condition aside, with a reason that stays visible. */
export const mayOverrule = (actor: Mandated) => isCoordinator(actor)

/** Points at what meets a condition: who raised it, and those who write the texts. */
export const mayLinkCondition = (actor: Mandated, condition: { bodyId: string }) =>
  isEditor(actor) || mandateFor(actor, condition.bodyId) !== undefined

/**
 * The mandate under which the actor takes back what was said last of a condition: who raised it takes back that it is met, a
 * coordinator that it is set aside.
 */
export const reopeningMandate = (
  actor: Pick<Actor, 'mandate' | 'mandates'>,
  condition: { bodyId: string; state: string },
) => {
  if (condition.state === 'met') return mandateFor(actor, condition.bodyId)
  if (condition.state === 'overruled' && isCoordinator(actor)) return actor.mandate
  return undefined
}

/** What the actor may do about a condition. */
export const conditionRights = (
  actor: Pick<Actor, 'mandate' | 'mandates'>,
  condition: { bodyId: string; state: string },
) => ({
  meet: condition.state === 'open' && meetingMandate(actor, condition) !== undefined,
  overrule: condition.state === 'open' && mayOverrule(actor),
  reopen: reopeningMandate(actor, condition) !== undefined,
  link: condition.state === 'open' && mayLinkCondition(actor, condition),
})
export type ConditionRights = ReturnType<typeof conditionRights>
