import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { DomainError } from '../errors'
import { queueMail } from '../mail/queue-mail'
import { replaceInvitations } from '../mail/replace-waiting'
import { lockMeeting } from '../meetings/lock-meeting'
import { mayPlanMeeting } from '../meetings/meeting-access.shared'
import { writeCalendar } from './calendar-event'
import { readCalendarMeeting } from './calendar-meetings'
import type { InvitationWords } from './invitation-words'
import { writeInvitation } from './write-invitation'

export interface InvitationOptions {
  /** the address of this installation */
  base: string
  /** in every language of the members */
  words: Record<'nl' | 'en', InvitationWords>
  /** what is said with it; '' for nothing */
  note?: string
}

/**
 * Invites everybody who has a mandate in the group today to a meeting that is still to come, with an invitation that their calendar can
 * answer; answers go to who invites. Invited again, it replaces what calendars show, and what still waits in the outbox.
 * @returns how many were invited
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom is not a coordinator; `conflict`,
 *   `meeting-not-planned` once the meeting began
 */
export async function inviteMembers(
  trx: Transaction<Database>,
  actor: Actor,
  meetingId: string,
  { base, words, note = '' }: InvitationOptions,
): Promise<number> {
  const { id, status } = await lockMeeting(trx, actor, meetingId)
  if (!mayPlanMeeting(actor)) throw new DomainError('forbidden')
  if (status !== 'planned') throw new DomainError('conflict', 'meeting-not-planned')
  const meeting = await readCalendarMeeting(trx, actor, id)
  const members = await listMembers(trx, actor.groupId, id)
  const organizer = { name: actor.name, email: actor.email }
  await replaceInvitations(trx, id)
  await queueMail(
    trx,
    actor,
    members.map(({ personId, name, email, locale, sequence }) => ({
      kind: 'meeting-invitation' as const,
      ...{ meetingId: id, personId, toName: name, toAddress: email },
      ...writeInvitation(meeting, { base, words: words[locale ?? 'nl'], isAgain: sequence > 0, note }),
      calendar: writeCalendar(meeting.groupName, [meeting], {
        base,
        invitation: { organizer, attendee: { name, email }, sequence },
      }),
      calendarMethod: 'REQUEST' as const,
    })),
  )
  await recordActivity(trx, actor, {
    verb: 'meeting.invited',
    subjectType: 'meeting',
    subjectId: id,
    topics: [`meeting:${id}`],
    after: { invited: members.length },
  })
  return members.length
}

/** Each once, whatever number of mandates they have; with how often they were invited before. */
async function listMembers(db: Kysely<Database>, groupId: string, meetingId: string) {
  return db
    .selectFrom('person')
    .select(['person.id as personId', 'person.name', 'person.email', 'person.locale'])
    .select(eb =>
      eb
        .selectFrom('mailMessage')
        .select(message => sql<number>`${message.fn.countAll()}::int`.as('before'))
        .whereRef('mailMessage.personId', '=', 'person.id')
        .where('mailMessage.meetingId', '=', meetingId)
        .where('mailMessage.kind', '=', 'meeting-invitation')
        .$asScalar()
        .$notNull()
        .as('sequence'),
    )
    .where('person.disabledAt', 'is', null)
    .where('person.id', 'in', eb =>
      eb
        .selectFrom('mandate')
        .select('mandate.personId')
        .where('mandate.groupId', '=', groupId)
        .where('mandate.startsOn', '<=', today)
        .where(either => either.or([either('mandate.endsOn', 'is', null), either('mandate.endsOn', '>=', today)])),
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}
