import type { Actor } from '../auth/actor.shared'
import { isCoordinator, isParticipant } from '../auth/role-access.shared'
import type { MeetingStatus } from '../meetings/meeting.shared'

type Mandated = Pick<Actor, 'mandates'>

interface Minutes {
  /** of their meeting */
  status: MeetingStatus
  /** null: still a draft */
  commentUntil: string | null
  isFrozen: boolean
}

/** Sends minutes round, once the meeting is over; and again, until they are frozen. */
export const maySendMinutes = (actor: Mandated, { status, isFrozen }: Minutes) =>
  isCoordinator(actor) && status === 'concluded' && !isFrozen

/** Puts their approval on the agenda of a later meeting, and freezes them when that asked for changes. */
export const mayFinishMinutes = (actor: Mandated, { commentUntil, isFrozen }: Minutes) =>
  isCoordinator(actor) && commentUntil !== null && !isFrozen

/** Comments on minutes that go round: who takes part and was there, until the day that was set. */
export const mayCommentMinutes = (
  actor: Mandated,
  { commentUntil, isFrozen }: Minutes,
  { today, attended }: { today: string; attended: boolean },
) => isParticipant(actor) && attended && commentUntil !== null && today <= commentUntil && !isFrozen
