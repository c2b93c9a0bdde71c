import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readRound } from './read-round'
import type { Round } from './round.shared'
import { readRoundSlippage, readSlippageThen } from './round-slippage'
import { drawUpReport, type PreviousRound, type StatusReport } from './status-report.shared'

/**
 * Reads what a round brought, by priority, with what changed since the round before it and what slipped since the newest baseline:
 * the data of the page and of any document made of it.
 * @throws DomainError `not-found` when the actor's group has no such round
 */
export async function readStatusReport(db: Kysely<Database>, actor: Actor, roundId: string): Promise<StatusReport> {
  const round = await readRound(db, actor, roundId)
  const [previous, slippage] = await Promise.all([
    findPrevious(db, round),
    round.closedAt ? readSlippageThen(db, round) : readRoundSlippage(db, actor, round.measures),
  ])
  return drawUpReport(round, { previous, slippage, groupName: actor.groupName })
}

/** The round of the same plan that closed last before this one opened. */
async function findPrevious(db: Kysely<Database>, { id, openedAt }: Round): Promise<PreviousRound | null> {
  const previous = await db
    .selectFrom('updateRound')
    .select(['id', 'title'])
    .select(eb => eb.ref('closedAt').$notNull().as('closedAt'))
    .where('planId', '=', eb => eb.selectFrom('updateRound as this').select('this.planId').where('this.id', '=', id))
    .where('closedAt', '<=', openedAt)
    .orderBy('closedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!previous) return null
  const stood = await db
    .selectFrom('updateRoundResult')
    .leftJoin('progressReport', 'progressReport.id', 'updateRoundResult.reportId')
    .select(['updateRoundResult.measureId', 'updateRoundResult.status'])
    .select(['progressReport.percentage', 'progressReport.confidence'])
    .where('updateRoundResult.roundId', '=', previous.id)
    .execute()
  return { ...previous, stood }
}
