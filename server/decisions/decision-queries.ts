import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readCorrections, uncorrected } from './corrections'
import { readDecidedMeasures, readReservations } from './decided-measures'
import type { DecisionFilters } from './decision.shared'
import { matches } from './decision-conditions'
import type { DecisionInMeeting, DecisionInRegister, DecisionRegister } from './decision-list.shared'

import { countFollowUp } from './follow-up-count'

const ROWS_A_PAGE = 25

/** @returns one page of the register of the actor's group, the newest decision first */
export async function listDecisions(
  db: Kysely<Database>,
  actor: Actor,
  filters: DecisionFilters,
): Promise<DecisionRegister> {
  const [rows, { total }, years, choices] = await Promise.all([
    decisionsMatching(db, actor, filters)
      .limit(ROWS_A_PAGE)
      .offset((filters.page - 1) * ROWS_A_PAGE)
      .execute(),
    filtered(db, actor, filters)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('decision')
      .select('year')
      .distinct()
      .where('groupId', '=', actor.groupId)
      .orderBy('year', 'desc')
      .execute(),
    readRegisterChoices(db, actor),
  ])
  return {
    ...choices,
    decisions: await withMeasures(db, rows),
    total,
    page: filters.page,
    pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)),
    years: years.map(row => row.year),
  }
}

/** Decisions of the actor's group that the filters leave, the newest first; whatever their page. */
export const decisionsMatching = (db: Kysely<Database>, actor: Actor, filters: DecisionFilters) =>
  filtered(db, actor, filters)
    .select(['decision.id', 'decision.year', 'decision.number', 'decision.title', 'decision.result'])
    .select(['decision.reachedBy', 'decision.decidedOn', 'decision.meetingId', 'meeting.title as meetingTitle'])
    .select('decision.isDemo')
    .orderBy('decision.year', 'desc')
    .orderBy('decision.number', 'desc')

const filtered = (db: Kysely<Database>, actor: Actor, filters: DecisionFilters) =>
  db
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .where('decision.groupId', '=', actor.groupId)
    .where(eb => matches(eb, filters))

/** @returns what a meeting of the actor's group decided, in the order in which it was recorded */
export async function listDecisionsOfMeeting(
  db: Kysely<Database>,
  actor: Actor,
  meetingId: string,
): Promise<DecisionInMeeting[]> {
  const rows = await db
    .selectFrom('decision')
    .select(['id', 'agendaItemId', 'year', 'number', 'title', 'text', 'result', 'reachedBy', 'decidedOn', 'isDemo'])
    .where('meetingId', '=', meetingId)
    .where('groupId', '=', actor.groupId)
    .orderBy('year')
    .orderBy('number')
    .execute()
  const ids = rows.map(row => row.id)
  const [measures, reservations, counts, corrections] = await Promise.all([
    readDecidedMeasures(db, ids),
    readReservations(db, ids),
    countFollowUp(db, ids),
    readCorrections(db, ids),
  ])
  return rows.map(row => ({
    ...row,
    ...(corrections.get(row.id) ?? uncorrected),
    measures: measures.get(row.id) ?? [],
    followUp: counts.get(row.id) ?? nothing,
    reservations: reservations.get(row.id) ?? [],
  }))
}

const nothing = { settled: 0, all: 0, overdue: 0 }

type Added = 'measures' | 'followUp' | 'corrects' | 'correctedBy'
type Bare = Omit<DecisionInRegister, Added>

/** Adds what decisions were about, how far what they change is, and whether they still stand. */
export async function withMeasures<Row extends Bare>(
  db: Kysely<Database>,
  rows: Row[],
): Promise<(Row & Pick<DecisionInRegister, Added>)[]> {
  const ids = rows.map(row => row.id)
  const [measures, counts, corrections] = await Promise.all([
    readDecidedMeasures(db, ids),
    countFollowUp(db, ids),
    readCorrections(db, ids),
  ])
  return rows.map(row => ({
    ...row,
    ...(corrections.get(row.id) ?? uncorrected),
    measures: measures.get(row.id) ?? [],
    followUp: counts.get(row.id) ?? nothing,
  }))
}

/** What there is to choose from: meetings that decided, and measures that were decided about. */
export async function readRegisterChoices(db: Kysely<Database>, { groupId }: Pick<Actor, 'groupId'>) {
  const [meetings, measures] = await Promise.all([
    db
      .selectFrom('meeting')
      .select(['id', 'title'])
      .where('groupId', '=', groupId)
      .where(eb =>
        eb.exists(eb.selectFrom('decision').select('decision.id').whereRef('decision.meetingId', '=', 'meeting.id')),
      )
      .orderBy('startsAt', 'desc')
      .execute(),
    db
      .selectFrom('measure')
      .innerJoin('plan', 'plan.id', 'measure.planId')
      .select(['measure.id', 'measure.title'])
      .where('plan.groupId', '=', groupId)
      .where(eb =>
        eb.exists(
          eb
            .selectFrom('decisionMeasure')
            .select('decisionMeasure.decisionId')
            .whereRef('decisionMeasure.measureId', '=', 'measure.id'),
        ),
      )
      .orderBy('measure.title')
      .execute(),
  ])
  return { meetings, measures }
}
