import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readTextStates } from '../documents/text-states'
import { DomainError } from '../errors'
import type { Attendee, MeetingDetail, TabledMeasure } from './meeting-detail.shared'

/**
 * Reads a meeting with its agenda, what lies on the table, and who is there.
 * @throws DomainError `not-found` for a meeting of another group
 */
export async function readMeeting(db: Kysely<Database>, actor: Actor, id: string): Promise<MeetingDetail> {
  if (!z.guid().safeParse(id).success) throw new DomainError('not-found')
  const meeting = await db
    .selectFrom('meeting')
    .select(['id', 'title', 'startsAt', 'startedAt', 'endedAt', 'location', 'status', 'isDemo', 'seriesId'])
    .select(['currentItemId', 'clockStartedAt', sql<Date>`clock_timestamp()`.as('now')])
    .where('id', '=', id)
    .where('groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!meeting) throw new DomainError('not-found')

  const { currentItemId, clockStartedAt, now, ...about } = meeting
  const [items, measures, rounds, links, attendance] = await Promise.all([
    readItems(db, id),
    readTabledMeasures(db, id),
    readRounds(db, id),
    readLinks(db, id),
    readAttendance(db, id, meeting.startedAt),
  ])
  return {
    ...about,
    items: items.map(item => ({
      ...item,
      measures: measures.filter(row => row.agendaItemId === item.id).map(row => row.measure),
      rounds: rounds.filter(row => row.agendaItemId === item.id).map(({ agendaItemId: _, ...round }) => round),
      links: links.filter(row => row.agendaItemId === item.id).map(({ title, url }) => ({ title, url })),
    })),
    attendance,
    clock: { currentItemId, startedAt: clockStartedAt, now },
  }
}

async function readItems(db: Kysely<Database>, meetingId: string) {
  const rows = await db
    .selectFrom('agendaItem')
    .leftJoin('body', 'body.id', 'agendaItem.presenterBodyId')
    .leftJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('agendaItem as earlier', 'earlier.id', 'agendaItem.carriedFromId')
    .leftJoin('agendaItem as later', 'later.carriedFromId', 'agendaItem.id')
    .leftJoin('document', join =>
      join.onRef('document.subjectId', '=', 'agendaItem.id').on('document.subjectType', '=', 'agenda-item'),
    )
    .leftJoin('documentContent as content', 'content.documentId', 'document.id')
    .select(['agendaItem.id', 'agendaItem.position', 'agendaItem.kind', 'agendaItem.title', 'agendaItem.summary'])
    .select(['agendaItem.minutesAllotted', 'agendaItem.revision', 'agendaItem.secondsSpent', 'agendaItem.handledAt'])
    .select(['agendaItem.proposedFor', 'agendaItem.isDemo', 'body.id as bodyId', 'body.code', 'body.name'])
    .select(['sector.colour', 'earlier.id as earlierId', 'earlier.meetingId as earlierMeeting', 'later.id as laterId'])
    .select(['later.meetingId as laterMeeting', 'document.id as documentId', 'document.closedAt', 'content.html'])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('agendaItem.position')
    .execute()
  return rows.map(row => {
    const { bodyId, code, name, colour, documentId, closedAt, html, ...rest } = row
    const { earlierId, earlierMeeting, laterId, laterMeeting, ...item } = rest
    return {
      ...item,
      presenter: bodyId && code && name && colour ? { id: bodyId, code, name, colour } : null,
      carriedFrom: earlierId && earlierMeeting ? { id: earlierId, meetingId: earlierMeeting } : null,
      carriedTo: laterId && laterMeeting ? { id: laterId, meetingId: laterMeeting } : null,
      minutes: documentId ? { documentId, html: html ?? '', isClosed: closedAt !== null } : null,
    }
  })
}

function readRounds(db: Kysely<Database>, meetingId: string) {
  return db
    .selectFrom('agendaItemRound as asked')
    .innerJoin('agendaItem', 'agendaItem.id', 'asked.agendaItemId')
    .innerJoin('positionRound as round', 'round.id', 'asked.roundId')
    .select(['asked.agendaItemId', 'round.id', 'round.title', 'round.question', 'round.closesAt', 'round.closedAt'])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('round.openedAt', 'desc')
    .orderBy('round.id')
    .execute()
}

function readLinks(db: Kysely<Database>, meetingId: string) {
  return db
    .selectFrom('agendaItemLink as link')
    .innerJoin('agendaItem', 'agendaItem.id', 'link.agendaItemId')
    .select(['agendaItemId', 'link.title', 'link.url'])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('link.title')
    .execute()
}

async function readTabledMeasures(
  db: Kysely<Database>,
  meetingId: string,
): Promise<{ agendaItemId: string; measure: TabledMeasure }[]> {
  const rows = await db
    .selectFrom('agendaItemMeasure')
    .innerJoin('agendaItem', 'agendaItem.id', 'agendaItemMeasure.agendaItemId')
    .innerJoin('measure', 'measure.id', 'agendaItemMeasure.measureId')
    .select(['agendaItemId', 'measure.id', 'measure.number', 'measure.title', 'measure.documentId'])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('measure.number')
    .orderBy('measure.title')
    .execute()
  const states = await readTextStates(db, [...new Set(rows.map(row => row.documentId))])
  return rows.map(({ agendaItemId, documentId, ...measure }) => {
    const { hash, changedAt, version } = states.get(documentId)!
    const tabled = { ...measure, hash, changedAt, version: version?.number ?? null, isFrozen: version?.hash === hash }
    return { agendaItemId, measure: tabled }
  })
}

const inOrder = ['chair', 'secretary', 'member', 'guest']

/** Who comes a few minutes after the beginning is not late. */
const LATE = 10 * 60_000

async function readAttendance(db: Kysely<Database>, meetingId: string, startedAt: Date | null): Promise<Attendee[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('body', 'body.id', 'attendance.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('person', 'person.id', 'attendance.personId')
    .select(['attendance.id', 'capacity', 'description', 'presence', 'confirmedAt', 'arrivedAt', 'leftAt'])
    .select(['representedById as representedBy', 'personId', 'person.name as personName'])
    .select(['body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .where('meetingId', '=', meetingId)
    .orderBy('body.code')
    .execute()
  return rows
    .map(({ bodyId, code, name, colour, personId, personName, confirmedAt, ...row }) => ({
      ...row,
      body: { id: bodyId, code, name, colour },
      person: personId && personName ? { id: personId, name: personName } : null,
      isConfirmed: confirmedAt !== null,
      isLate: Boolean(startedAt && row.arrivedAt && row.arrivedAt.getTime() - startedAt.getTime() > LATE),
    }))
    .sort((one, other) => inOrder.indexOf(one.capacity) - inOrder.indexOf(other.capacity))
}
