import type { Actor } from '../auth/actor.shared'
import { isCoordinator, isEditor, isParticipant } from '../auth/role-access.shared'
import type { MeetingStatus } from './meeting.shared'

type Mandated = Pick<Actor, 'mandates'>
interface Meeting {
  status: MeetingStatus
}

/** Calls the group together, once or in a series, and keeps templates of agendas. */
export const mayPlanMeeting = (actor: Mandated) => isCoordinator(actor)

/** Opens and closes the meeting, leads it through its agenda, keeps the clock, gives the floor. */
export const mayRunMeeting = (actor: Mandated) => isCoordinator(actor)

/** Adds to the agenda, changes and orders it, until the minutes are approved: what was discussed then stands. */
export const mayEditAgenda = (actor: Mandated, meeting: Meeting) =>
  isCoordinator(actor) && meeting.status !== 'minutes-approved'

/** Takes an item off the agenda, as long as the meeting is not over. */
export const mayRemoveItem = (actor: Mandated, meeting: Meeting) =>
  isCoordinator(actor) && (meeting.status === 'planned' || meeting.status === 'in-session')

/** Sends the agenda round before the meeting. */
export const maySendAgenda = (actor: Mandated, meeting: Meeting) => isCoordinator(actor) && meeting.status === 'planned'

/** Says who is expected, who is there, and until when, until the minutes are approved. */
export const mayKeepAttendance = (actor: Mandated, meeting: Meeting) =>
  isEditor(actor) && meeting.status !== 'minutes-approved'

/** Asks for the floor, while the group meets. */
export const mayAskFloor = (actor: Mandated, meeting: Meeting) =>
  isParticipant(actor) && meeting.status === 'in-session'
