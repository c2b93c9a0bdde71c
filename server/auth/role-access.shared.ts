import type { Actor } from './actor.shared'

type Mandated = Pick<Actor, 'mandates'>

/** Members, plan structure, rounds, meetings, decisions. */
export const isCoordinator = (actor: Mandated) => actor.mandates.some(mandate => mandate.role === 'coordinator')

/** Writes texts and minutes, proposes owners. */
export const isEditor = (actor: Mandated) =>
  actor.mandates.some(mandate => mandate.role === 'coordinator' || mandate.role === 'editor')

/** May comment: everybody in the group but an observer. */
export const isParticipant = (actor: Mandated) => actor.mandates.some(mandate => mandate.role !== 'observer')

/** The mandate under which somebody speaks for a body, if there is one. */
export const mandateFor = (actor: Mandated, bodyId: string) =>
  actor.mandates.find(
    mandate => mandate.bodyId === bodyId && (mandate.role === 'representative' || mandate.role === 'coordinator'),
  )
