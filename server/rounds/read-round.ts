import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { OwningBody } from '../measures/progress.shared'
import { listOwningBodies, newestReports, reportsOf } from '../measures/progress-queries'
import type { Round, RoundBody, RoundFacts, RoundMeasure } from './round.shared'

/**
 * Reads a round: who answered and who did not, by measure and by body. While it is open that is how it stands now; once it
 * is closed, how it stood then.
 * @throws DomainError `not-found` when the actor's group has no such round
 */
export async function readRound(db: Kysely<Database>, actor: Actor, id: string): Promise<Round> {
  const facts = await findRound(db, actor, id)
  const isClosed = facts.closedAt !== null
  const rows = await listMeasures(db, id)
  const ids = rows.map(row => row.id)
  const [owners, reports, reminders] = await Promise.all([
    isClosed ? listOwnersThen(db, id) : listOwningBodies(db, ids),
    isClosed ? listReportsThen(db, id) : newestReports(db, ids),
    listReminders(db, id),
  ])
  const measures = rows.map(({ statusThen, ...row }): RoundMeasure => {
    const report = reports.find(report => report.measureId === row.id) ?? null
    return {
      ...row,
      status: statusThen ?? row.status,
      owners: owners.filter(owner => owner.measureId === row.id),
      report,
      isAnswered: report !== null && report.reportedAt > facts.openedAt,
    }
  })
  return { ...facts, measures, bodies: bodiesOf(measures, reminders) }
}

async function findRound(db: Kysely<Database>, actor: Actor, id: string): Promise<RoundFacts> {
  if (!z.guid().safeParse(id).success) throw new DomainError('not-found')
  const round = await db
    .selectFrom('updateRound')
    .innerJoin('plan', 'plan.id', 'updateRound.planId')
    .innerJoin('mandate', 'mandate.id', 'updateRound.openedBy')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .select(['updateRound.id', 'plan.title as planTitle', 'updateRound.title', 'updateRound.question'])
    .select(['updateRound.filter', 'updateRound.dueOn', 'updateRound.openedAt', 'body.code as openedByCode'])
    .select(['updateRound.closedAt', 'updateRound.conclusion', 'updateRound.isDemo'])
    .where('updateRound.id', '=', id)
    .where('plan.groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!round) throw new DomainError('not-found')
  return round
}

async function listMeasures(db: Kysely<Database>, roundId: string) {
  return db
    .selectFrom('updateRoundMeasure')
    .innerJoin('measure', 'measure.id', 'updateRoundMeasure.measureId')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .leftJoin('updateRoundResult', join =>
      join
        .onRef('updateRoundResult.roundId', '=', 'updateRoundMeasure.roundId')
        .onRef('updateRoundResult.measureId', '=', 'updateRoundMeasure.measureId'),
    )
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.status'])
    .select(['priority.position as priorityPosition', 'priority.title as priorityTitle'])
    .select('updateRoundResult.status as statusThen')
    .where('updateRoundMeasure.roundId', '=', roundId)
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .execute()
}

async function listOwnersThen(db: Kysely<Database>, roundId: string): Promise<OwningBody[]> {
  return db
    .selectFrom('updateRoundOwner')
    .innerJoin('body', 'body.id', 'updateRoundOwner.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['updateRoundOwner.measureId', 'updateRoundOwner.bodyId', 'updateRoundOwner.role'])
    .select(['body.code', 'body.name', 'sector.colour'])
    .where('updateRoundOwner.roundId', '=', roundId)
    .orderBy('updateRoundOwner.role', 'desc')
    .orderBy('body.code')
    .execute()
}

/** The reports that counted when a round closed. */
async function listReportsThen(db: Kysely<Database>, roundId: string) {
  return reportsOf(db)
    .innerJoin('updateRoundResult', 'updateRoundResult.reportId', 'progressReport.id')
    .where('updateRoundResult.roundId', '=', roundId)
    .execute()
}

async function listReminders(db: Kysely<Database>, roundId: string) {
  return db
    .selectFrom('updateReminder')
    .select(['bodyId', 'remindedAt'])
    .where('roundId', '=', roundId)
    .orderBy('remindedAt')
    .execute()
}

/** A measure that several bodies carry is answered for all of them by one report. */
function bodiesOf(measures: RoundMeasure[], reminders: { bodyId: string; remindedAt: Date }[]): RoundBody[] {
  const bodies = new Map<string, RoundBody>()
  for (const { id, title, owners, isAnswered } of measures) {
    for (const { bodyId, code, name, colour } of owners) {
      const body = bodies.get(bodyId) ?? {
        bodyId,
        code,
        name,
        colour,
        asked: 0,
        answered: 0,
        open: [],
        remindedAt: reminders.filter(reminder => reminder.bodyId === bodyId).map(reminder => reminder.remindedAt),
      }
      body.asked += 1
      if (isAnswered) body.answered += 1
      else body.open.push({ id, title })
      bodies.set(bodyId, body)
    }
  }
  return [...bodies.values()].sort(
    (one, other) => other.open.length - one.open.length || one.code.localeCompare(other.code),
  )
}
