import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { type LockedMeeting, lockMeeting, lockMeetingOf } from './lock-meeting'
import { mayRunMeeting } from './meeting-access.shared'

/**
 * Takes the meeting to an item and starts its clock. What it was at is handled once the meeting goes on to a later item.
 * @throws DomainError `not-found` for a meeting of another group, or an item that is not on its agenda; `forbidden` for whom is
 *   not a coordinator; `conflict`, `meeting-not-in-session`
 */
export async function openItem(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, agendaItemId }: { meetingId: string; agendaItemId: string },
): Promise<void> {
  const meeting = await lockRunning(trx, actor, meetingId)
  const items = await trx
    .selectFrom('agendaItem')
    .select(['id', 'title', 'position'])
    .where('meetingId', '=', meetingId)
    .where('id', 'in', [agendaItemId, ...(meeting.currentItemId ? [meeting.currentItemId] : [])])
    .execute()
  const item = items.find(({ id }) => id === agendaItemId)
  const before = items.find(({ id }) => id === meeting.currentItemId)
  if (!item) throw new DomainError('not-found')
  if (meeting.currentItemId === agendaItemId) return
  await leaveItem(trx, meeting, { isHandled: before !== undefined && before.position < item.position })
  await trx
    .updateTable('meeting')
    .set({ currentItemId: agendaItemId, clockStartedAt: sql`clock_timestamp()` })
    .where('id', '=', meetingId)
    .execute()
  await recordActivity(trx, actor, {
    verb: 'meeting.item-opened',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`],
    before: { agendaItemId: meeting.currentItemId },
    after: { agendaItemId, title: item.title },
  })
}

/**
 * Lets the clock of the item at hand run or stand still; asked for what it does already, nothing changes.
 * @throws DomainError the same as `openItem`; `conflict`, `no-item-at-hand` when the meeting is at none
 */
export async function runClock(
  trx: Transaction<Database>,
  actor: Actor,
  { meetingId, run }: { meetingId: string; run: boolean },
): Promise<void> {
  const meeting = await lockRunning(trx, actor, meetingId)
  if (!meeting.currentItemId) throw new DomainError('conflict', 'no-item-at-hand')
  if ((meeting.clockStartedAt !== null) === run) return
  if (!run) await countSeconds(trx, meeting)
  await trx
    .updateTable('meeting')
    .set({ clockStartedAt: run ? sql`clock_timestamp()` : null })
    .where('id', '=', meetingId)
    .execute()
  await recordActivity(trx, actor, {
    verb: run ? 'meeting.clock-started' : 'meeting.clock-stopped',
    subjectType: 'meeting',
    subjectId: meetingId,
    topics: [`meeting:${meetingId}`],
    after: { agendaItemId: meeting.currentItemId },
  })
}

/**
 * Gives an item more minutes.
 * @throws DomainError the same as `openItem`
 */
export async function extendItem(
  trx: Transaction<Database>,
  actor: Actor,
  { agendaItemId, minutes }: { agendaItemId: string; minutes: number },
): Promise<void> {
  const { meeting, item } = await lockMeetingOf(trx, actor, agendaItemId)
  refuseUnlessRunning(actor, meeting)
  await trx
    .updateTable('agendaItem')
    .set({ minutesAllotted: sql`least(600, coalesce(minutes_allotted, 0) + ${minutes})`, revision: item.revision + 1 })
    .where('id', '=', agendaItemId)
    .execute()
  await recordActivity(trx, actor, {
    verb: 'agenda-item.extended',
    subjectType: 'meeting',
    subjectId: meeting.id,
    topics: [`meeting:${meeting.id}`],
    before: { agendaItemId, minutesAllotted: item.minutesAllotted },
    after: { agendaItemId, title: item.title, minutes },
  })
}

/** Leaves the item at hand: its clock stops, its time is counted. The caller holds the meeting and says what comes next. */
export async function leaveItem(
  trx: Transaction<Database>,
  meeting: LockedMeeting,
  { isHandled }: { isHandled: boolean },
): Promise<void> {
  if (!meeting.currentItemId) return
  await countSeconds(trx, meeting)
  if (!isHandled) return
  await trx
    .updateTable('agendaItem')
    .set({ handledAt: sql`coalesce(handled_at, clock_timestamp())` })
    .where('id', '=', meeting.currentItemId)
    .execute()
}

async function countSeconds(trx: Transaction<Database>, { currentItemId, clockStartedAt }: LockedMeeting) {
  if (!currentItemId || !clockStartedAt) return
  await trx
    .updateTable('agendaItem')
    .set({
      secondsSpent: sql`seconds_spent + greatest(0, extract(epoch from clock_timestamp() - ${clockStartedAt}))::int`,
    })
    .where('id', '=', currentItemId)
    .execute()
}

async function lockRunning(trx: Transaction<Database>, actor: Actor, meetingId: string): Promise<LockedMeeting> {
  const meeting = await lockMeeting(trx, actor, meetingId)
  refuseUnlessRunning(actor, meeting)
  return meeting
}

function refuseUnlessRunning(actor: Actor, meeting: LockedMeeting): void {
  if (!mayRunMeeting(actor)) throw new DomainError('forbidden')
  if (meeting.status !== 'in-session') throw new DomainError('conflict', 'meeting-not-in-session')
}
