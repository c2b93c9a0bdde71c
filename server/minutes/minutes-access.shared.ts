import type { Actor } from '../auth/actor.shared'
import { isCoordinator, isEditor, isParticipant } from '../auth/role-access.shared'
import type { MeetingStatus } from '../meetings/meeting.shared'

type Mandated = Pick<Actor, 'mandates'>

interface Minutes {
  /** of their meeting */
  status: MeetingStatus
  /** null: still a draft */
  commentUntil: string | null
  /** by a decision, perhaps with changes that have to be made */
  isApproved: boolean
  isFrozen: boolean
}

interface Standing {
  commentUntil: string
  takenBackAt: Date | null
  decisionId: string | null
  frozenAt: Date | null
}

/** @param minutes what stands of them; nothing for a draft that never went round */
export const accessOf = (status: MeetingStatus, minutes: Standing | undefined | null): Minutes => ({
  status,
  commentUntil: minutes && !minutes.takenBackAt ? minutes.commentUntil : null,
  isApproved: minutes?.decisionId != null,
  isFrozen: minutes?.frozenAt != null,
})

/** Sends minutes round, once the meeting is over; and again, until they are frozen. */
export const maySendMinutes = (actor: Mandated, { status, isFrozen }: Minutes) =>
  isCoordinator(actor) && status === 'concluded' && !isFrozen

/** Makes them a draft again, as long as no decision approved them. */
export const mayTakeBackMinutes = (actor: Mandated, { commentUntil, isApproved }: Minutes) =>
  isCoordinator(actor) && commentUntil !== null && !isApproved

/** Puts their approval on the agenda of a later meeting, and freezes them when that asked for changes. */
export const mayFinishMinutes = (actor: Mandated, { commentUntil, isFrozen }: Minutes) =>
  isCoordinator(actor) && commentUntil !== null && !isFrozen

/** Says what became of comments: who writes minutes, until they are frozen. */
export const mayAnswerComments = (actor: Mandated, { isFrozen }: Minutes) => isEditor(actor) && !isFrozen

/** Comments on minutes that go round: who takes part and was there, until the day that was set. */
export const mayCommentMinutes = (
  actor: Mandated,
  { commentUntil, isFrozen }: Minutes,
  { today, attended }: { today: string; attended: boolean },
) => isParticipant(actor) && attended && commentUntil !== null && today <= commentUntil && !isFrozen
