import type { Actor } from '../auth/actor.shared'
import { isCoordinator } from '../auth/role-access.shared'
import type { MeetingStatus } from './meeting.shared'

type Mandated = Pick<Actor, 'mandates'>

/** Calls the group together. */
export const mayPlanMeeting = (actor: Mandated) => isCoordinator(actor)

/** Opens and closes the meeting. */
export const mayRunMeeting = (actor: Mandated) => isCoordinator(actor)

/** Adds to the agenda and orders it, until the minutes are approved: what was discussed then stands. */
export const mayEditAgenda = (actor: Mandated, meeting: { status: MeetingStatus }) =>
  isCoordinator(actor) && meeting.status !== 'minutes-approved'
