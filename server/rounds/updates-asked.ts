import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { newestReports } from '../measures/progress-queries'
import { bodiesSpokenFor } from '../measures/responsibility-queries'
import type { UpdateAsked } from './round.shared'

/**
 * @returns what the bodies that the actor speaks for are asked in open rounds, and nobody answered yet; what is due first
 *   comes first. A measure once, even when two of those bodies carry it.
 */
export async function updatesAsked(db: Kysely<Database>, actor: Actor): Promise<UpdateAsked[]> {
  const asked = await askedOf(db, actor)
  const reports = await newestReports(db, [...new Set(asked.map(row => row.measureId))])
  return asked.map(row => ({ ...row, report: reports.find(report => report.measureId === row.measureId) ?? null }))
}

/** @returns how many answers the actor's bodies owe */
export async function countUpdatesAsked(db: Kysely<Database>, actor: Actor): Promise<number> {
  return (await askedOf(db, actor)).length
}

async function askedOf(db: Kysely<Database>, actor: Actor) {
  const bodyIds = bodiesSpokenFor(actor)
  if (bodyIds.length === 0) return []
  const asked = await askedOfBodies(db, actor, bodyIds)
  const isSame = (one: (typeof asked)[number], other: typeof one) =>
    one.roundId === other.roundId && one.measureId === other.measureId
  return asked.filter((row, index) => asked.findIndex(other => isSame(row, other)) === index)
}

async function askedOfBodies(db: Kysely<Database>, actor: Actor, bodyIds: string[]) {
  return db
    .selectFrom('updateRound')
    .innerJoin('plan', 'plan.id', 'updateRound.planId')
    .innerJoin('updateRoundMeasure', 'updateRoundMeasure.roundId', 'updateRound.id')
    .innerJoin('measure', 'measure.id', 'updateRoundMeasure.measureId')
    .innerJoin('responsibility', 'responsibility.measureId', 'measure.id')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['updateRound.id as roundId', 'updateRound.title as roundTitle', 'updateRound.question'])
    .select(['updateRound.dueOn', 'updateRound.isDemo', 'measure.id as measureId', 'measure.title as measureTitle'])
    .select(['measure.status', 'body.id as bodyId', 'body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .select(eb =>
      eb
        .selectFrom('updateReminder')
        .select(({ fn }) => fn.max('updateReminder.remindedAt').as('last'))
        .whereRef('updateReminder.roundId', '=', 'updateRound.id')
        .whereRef('updateReminder.bodyId', '=', 'body.id')
        .$asScalar()
        .as('remindedAt'),
    )
    .where('plan.groupId', '=', actor.groupId)
    .where('updateRound.closedAt', 'is', null)
    .where('responsibility.state', '=', 'accepted')
    .where('responsibility.role', 'in', ['lead', 'co-lead'])
    .where('responsibility.bodyId', 'in', bodyIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('progressReport')
            .whereRef('progressReport.measureId', '=', 'measure.id')
            .whereRef('progressReport.reportedAt', '>', 'updateRound.openedAt'),
        ),
      ),
    )
    .orderBy('updateRound.dueOn')
    .orderBy('updateRound.openedAt')
    .orderBy('measure.title')
    .orderBy('responsibility.role', 'desc')
    .execute()
}
