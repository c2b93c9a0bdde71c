import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { AgendaVersion, SentAgenda } from './agenda-version.shared'
import { lockMeeting } from './lock-meeting'
import type { SendAgendaInput } from './meeting.shared'
import { maySendAgenda } from './meeting-access.shared'
import { readMeeting } from './read-meeting'

/**
 * Freezes the agenda of a meeting as the group gets it.
 * @returns the number of this version, from 1
 * @throws DomainError `not-found` for a meeting of another group; `forbidden` for whom is not a coordinator, and once the
 *   meeting began; `conflict`: `agenda-empty`, or `agenda-unchanged` since the version before
 */
export async function sendAgenda(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, note }: SendAgendaInput,
): Promise<number> {
  const locked = await lockMeeting(trx, actor, meetingId)
  if (!maySendAgenda(actor, locked)) throw new DomainError('forbidden')
  const agenda = asSent(await readMeeting(trx, actor, meetingId))
  if (agenda.items.length === 0) throw new DomainError('conflict', 'agenda-empty')
  const last = await trx
    .selectFrom('agendaVersion')
    .select(['number', 'agenda'])
    .where('meetingId', '=', meetingId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last && hashOf(last.agenda as SentAgenda) === hashOf(agenda))
    throw new DomainError('conflict', 'agenda-unchanged')
  const number = (last?.number ?? 0) + 1
  await trx
    .insertInto('agendaVersion')
    .values({ meetingId, number, note, sentBy: actor.mandate.id, agenda: JSON.stringify(agenda) })
    .execute()
  await recordActivity(trx, actor, {
    verb: 'agenda.sent',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`, 'meetings'],
    after: { number },
  })
  return number
}

/** @returns the versions of a meeting's agenda that were sent, newest first; the caller has checked that it may be seen */
export async function listAgendaVersions(db: Kysely<Database>, meetingId: string): Promise<AgendaVersion[]> {
  return versionsOf(db).where('meetingId', '=', meetingId).orderBy('number', 'desc').execute()
}

/**
 * Reads an agenda as it was sent.
 * @throws DomainError `not-found` for a meeting of another group, or a number that was not sent
 */
export async function readAgendaVersion(
  db: Kysely<Database>,
  actor: Actor,
  { meetingId, number }: { meetingId: string; number: number },
): Promise<AgendaVersion & { agenda: SentAgenda }> {
  if (!Number.isSafeInteger(number) || number > 1e6) throw new DomainError('not-found')
  const version = await versionsOf(db)
    .innerJoin('meeting', 'meeting.id', 'meetingId')
    .select('agenda')
    .where('meetingId', '=', meetingId)
    .where('meeting.groupId', '=', actor.groupId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!version) throw new DomainError('not-found')
  return version as AgendaVersion & { agenda: SentAgenda }
}

function versionsOf(db: Kysely<Database>) {
  return db
    .selectFrom('agendaVersion')
    .innerJoin('mandate', 'mandate.id', 'sentBy')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .select(['agendaVersion.number', 'agendaVersion.sentAt', 'agendaVersion.note', 'body.code as sentBy'])
}

function asSent({ title, startsAt, location, items }: Awaited<ReturnType<typeof readMeeting>>): SentAgenda {
  return {
    title,
    startsAt: startsAt.toISOString(),
    location,
    items: items.map(({ kind, title, summary, minutesAllotted, presenter, measures, rounds, links }) => ({
      kind,
      title,
      summary,
      minutesAllotted,
      presenter: presenter && { code: presenter.code, name: presenter.name, colour: presenter.colour },
      measures: measures.map(({ id, number, title }) => ({ id, number, title })),
      // Absent where there are none, as in what was sent before rounds stood on agendas.
      ...(rounds.length > 0 && { rounds: rounds.map(({ id, title }) => ({ id, title })) }),
      links: links.map(({ title, url }) => ({ title, url })),
    })),
  }
}

/** The database orders the keys of an object in its own way. */
function hashOf(agenda: SentAgenda): string {
  const ordered = JSON.stringify(agenda, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(ordered).digest('hex')
}
