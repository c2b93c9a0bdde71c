import type { Kysely } from 'kysely'
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
    .select(['id', 'title', 'startsAt', 'startedAt', 'endedAt', 'location', 'status', 'isDemo'])
    .where('id', '=', id)
    .where('groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!meeting) throw new DomainError('not-found')

  const [items, measures, attendance] = await Promise.all([
    readItems(db, id),
    readTabledMeasures(db, id),
    readAttendance(db, id),
  ])
  return {
    ...meeting,
    items: items.map(item => ({
      ...item,
      measures: measures.filter(row => row.agendaItemId === item.id).map(row => row.measure),
    })),
    attendance,
  }
}

async function readItems(db: Kysely<Database>, meetingId: string) {
  const rows = await db
    .selectFrom('agendaItem')
    .leftJoin('body', 'body.id', 'agendaItem.presenterBodyId')
    .leftJoin('sector', 'sector.id', 'body.sectorId')
    .select(['agendaItem.id', 'agendaItem.position', 'agendaItem.kind', 'title', 'summary', 'minutesAllotted'])
    .select(['agendaItem.isDemo', 'body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .where('meetingId', '=', meetingId)
    .orderBy('agendaItem.position')
    .execute()
  return rows.map(({ bodyId, code, name, colour, ...item }) => ({
    ...item,
    presenter: bodyId && code && name && colour ? { id: bodyId, code, name, colour } : null,
  }))
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

async function readAttendance(db: Kysely<Database>, meetingId: string): Promise<Attendee[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('body', 'body.id', 'attendance.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['attendance.id', 'capacity', 'description', 'presence'])
    .select(['body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .where('meetingId', '=', meetingId)
    .orderBy('body.code')
    .execute()
  return rows
    .map(({ bodyId, code, name, colour, ...row }) => ({ ...row, body: { id: bodyId, code, name, colour } }))
    .sort((one, other) => inOrder.indexOf(one.capacity) - inOrder.indexOf(other.capacity))
}
