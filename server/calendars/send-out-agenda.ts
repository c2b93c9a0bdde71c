import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { SendAgendaInput } from '../meetings/meeting.shared'
import { sendAgenda } from '../meetings/send-agenda'
import { type InvitationOptions, inviteMembers } from './invite-members'

/**
 * Freezes the agenda of a meeting and sends it to the members with the invitation: the first version invites, a later one updates what
 * their calendars show. Both happen, or neither.
 * @returns the number of this version, from 1, and how many get it
 * @throws DomainError what `sendAgenda` and `inviteMembers` throw
 */
export async function sendOutAgenda(
  trx: Transaction<Database>,
  actor: Actor,
  input: SendAgendaInput,
  options: Omit<InvitationOptions, 'note'>,
): Promise<{ number: number; invited: number }> {
  const number = await sendAgenda(trx, actor, input)
  return { number, invited: await inviteMembers(trx, actor, input.meetingId, { ...options, note: input.note }) }
}
