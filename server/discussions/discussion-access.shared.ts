import type { Actor } from '../auth/actor.shared'
import { isEditor, isParticipant } from '../auth/role-access.shared'

type Reader = Pick<Actor, 'mandates' | 'personId'>

/** Begins discussions, answers in them, proposes wording: everybody who takes part in the group. */
export const mayDiscuss = (actor: Pick<Actor, 'mandates'>) => isParticipant(actor)

/** Changes or takes away a comment: who wrote it. */
export const mayChangeComment = (actor: Reader, comment: { personId: string }) =>
  isParticipant(actor) && comment.personId === actor.personId

/** Closes and reopens a discussion: who began it, and editors. */
export const mayResolveThread = (actor: Reader, thread: { personId: string }) =>
  isEditor(actor) || (isParticipant(actor) && thread.personId === actor.personId)

/** Takes proposed wording over into the text, or declines it: who may write in the text. */
export const maySettleProposal = (actor: Pick<Actor, 'mandates'>) => isEditor(actor)

/** Takes a proposal of one's own back. */
export const mayWithdrawProposal = (actor: Reader, thread: { personId: string }) =>
  isParticipant(actor) && thread.personId === actor.personId
