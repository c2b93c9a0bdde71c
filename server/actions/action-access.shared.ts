import type { Actor } from '../auth/actor.shared'
import { isEditor, mandateFor } from '../auth/role-access.shared'

type Mandated = Pick<Actor, 'mandate' | 'mandates'>

/** The mandate under which the actor gives a body something to do: an editor's, or that for the body itself. */
export const addActionMandate = (actor: Mandated, action: { bodyId: string }) =>
  isEditor(actor) ? actor.mandate : mandateFor(actor, action.bodyId)

/** The mandate under which the actor adds notes, moves, finishes and reopens: an editor's, or that for the body that owns it. */
export const carryActionMandate = (actor: Mandated, action: { bodyId: string }) =>
  mandateFor(actor, action.bodyId) ?? (isEditor(actor) ? actor.mandate : undefined)

/** The mandate under which it is dropped: what the group gave to do is dropped by an editor, one's own also by oneself. */
export const dropActionMandate = (actor: Mandated, action: { bodyId: string; origin: string }) => {
  if (isEditor(actor)) return actor.mandate
  return action.origin === 'none' ? mandateFor(actor, action.bodyId) : undefined
}
