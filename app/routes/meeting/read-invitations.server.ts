import type { Actor } from '#server/auth/actor.shared'
import type { AppContext } from '#server/context'
import { countMail } from '#server/mail/mail-queries'
import { mayPlanMeeting } from '#server/meetings/meeting-access.shared'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'

/** What became of the invitations to a meeting; null for whom sends none, and once it is over with none sent. */
export async function readInvitations({ db, env }: AppContext, actor: Actor, { id, status }: MeetingDetail) {
  if (!mayPlanMeeting(actor)) return null
  const count = await countMail(db, id, 'meeting-invitation')
  const canInvite = status === 'planned'
  return canInvite || count.lastAt ? { count, canInvite, hasMailServer: env.mail !== null } : null
}

export type Invitations = Awaited<ReturnType<typeof readInvitations>>
