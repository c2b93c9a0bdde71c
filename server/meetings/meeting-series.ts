import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { mayPlanMeeting } from './meeting-access.shared'
import { planMeeting } from './plan-meeting'
import { type CreateSeriesInput, nextSeriesDay, type SeriesInList } from './series.shared'

/** @returns the series of the actor's group that go on, with the day that comes next of each */
export async function listSeries(db: Kysely<Database>, actor: Actor): Promise<SeriesInList[]> {
  const rows = await db
    .selectFrom('meetingSeries as series')
    .leftJoin('agendaTemplate as template', 'template.id', 'series.templateId')
    .select(['series.id', 'series.title', 'location', 'frequency', 'every', 'weekday', 'weekOfMonth', 'startsOn'])
    .select(['time', 'series.isDemo', 'template.name as template'])
    .select(eb =>
      eb
        .selectFrom('meeting')
        .select(meeting => meeting.fn.max('seriesDay').as('day'))
        .whereRef('meeting.seriesId', '=', 'series.id')
        .as('lastDay'),
    )
    .where('series.groupId', '=', actor.groupId)
    .where('endedAt', 'is', null)
    .orderBy('series.title')
    .execute()
  return rows.map(({ lastDay, ...series }) => ({ ...series, nextDay: nextSeriesDay(series, lastDay) }))
}

/**
 * Begins a series and plans its first meeting.
 * @returns the id of that meeting
 * @throws DomainError `forbidden` for whom is not a coordinator; `not-found` for a template of another group
 */
export async function createSeries(
  trx: Transaction<Database>,
  actor: Actor,
  { templateId, location, weekOfMonth, ...input }: CreateSeriesInput,
): Promise<string> {
  if (!mayPlanMeeting(actor)) throw new DomainError('forbidden')
  const { id } = await trx
    .insertInto('meetingSeries')
    .values({
      ...input,
      groupId: actor.groupId,
      location: location || null,
      weekOfMonth: input.frequency === 'monthly' ? (weekOfMonth ?? 1) : null,
      templateId: templateId ?? null,
      madeBy: actor.mandate.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, actor, {
    verb: 'meeting-series.begun',
    subjectType: 'meeting-series',
    subjectId: id,
    topics: ['meetings'],
    after: { title: input.title },
  })
  return planNextOfSeries(trx, actor, { seriesId: id })
}

/**
 * Plans the meeting of a series that comes after its last one, with the agenda of its template.
 * @returns the id of the meeting
 * @throws DomainError `forbidden` for whom is not a coordinator; `not-found` for a series of another group or one that ended
 */
export async function planNextOfSeries(
  trx: Transaction<Database>,
  actor: Actor,
  { seriesId }: { seriesId: string },
): Promise<string> {
  const series = await lockSeries(trx, actor, seriesId)
  const { lastDay } = await trx
    .selectFrom('meeting')
    .select(eb => eb.fn.max('seriesDay').as('lastDay'))
    .where('seriesId', '=', seriesId)
    .executeTakeFirstOrThrow()
  const seriesDay = nextSeriesDay(series, lastDay)
  const { title, time, location, templateId } = series
  const planned = { title, date: seriesDay, time, location: location ?? '', templateId: templateId ?? undefined }
  return planMeeting(trx, actor, planned, { seriesId, seriesDay })
}

/**
 * Ends a series; the meetings that were planned stay.
 * @throws DomainError `forbidden` for whom is not a coordinator; `not-found` for a series of another group or one that ended
 */
export async function endSeries(
  trx: Transaction<Database>,
  actor: Actor,
  { seriesId }: { seriesId: string },
): Promise<void> {
  const { title } = await lockSeries(trx, actor, seriesId)
  await trx.updateTable('meetingSeries').set({ endedAt: new Date() }).where('id', '=', seriesId).execute()
  await recordActivity(trx, actor, {
    verb: 'meeting-series.ended',
    subjectType: 'meeting-series',
    subjectId: seriesId,
    topics: ['meetings'],
    before: { title },
  })
}

/** Under the lock two people who ask for the next one get two, one after the other. */
async function lockSeries(trx: Transaction<Database>, actor: Actor, seriesId: string) {
  if (!mayPlanMeeting(actor)) throw new DomainError('forbidden')
  const series = await trx
    .selectFrom('meetingSeries')
    .selectAll()
    .where('id', '=', seriesId)
    .where('groupId', '=', actor.groupId)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!series) throw new DomainError('not-found')
  return series
}
