import type { ExpressionBuilder, Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { RoundInList } from './round.shared'

/** @returns the rounds of the actor's group, those that are open first, then the newest first */
export async function listRounds(db: Kysely<Database>, actor: Actor): Promise<RoundInList[]> {
  return db
    .selectFrom('updateRound')
    .innerJoin('plan', 'plan.id', 'updateRound.planId')
    .select(['updateRound.id', 'updateRound.title', 'updateRound.dueOn', 'updateRound.openedAt'])
    .select(['updateRound.closedAt', 'updateRound.isDemo'])
    .select(eb => {
      const measures = eb
        .selectFrom('updateRoundMeasure')
        .select(({ fn }) => fn.countAll<number>().as('measures'))
        .whereRef('updateRoundMeasure.roundId', '=', 'updateRound.id')
      return [
        measures.$asScalar().$notNull().as('measureCount'),
        measures.where(isAnswered).$asScalar().$notNull().as('answeredCount'),
      ]
    })
    .where('plan.groupId', '=', actor.groupId)
    .orderBy('updateRound.closedAt', order => order.desc().nullsFirst())
    .orderBy('updateRound.openedAt', 'desc')
    .execute()
}

/** Somebody reported on it while the round was open. */
const isAnswered = (eb: ExpressionBuilder<Database, 'updateRound' | 'updateRoundMeasure'>) =>
  eb.exists(
    eb
      .selectFrom('progressReport')
      .select('progressReport.id')
      .whereRef('progressReport.measureId', '=', 'updateRoundMeasure.measureId')
      .whereRef('progressReport.reportedAt', '>', 'updateRound.openedAt')
      .where(report =>
        report.or([
          report('updateRound.closedAt', 'is', null),
          report('progressReport.reportedAt', '<=', report.ref('updateRound.closedAt')),
        ]),
      ),
  )
