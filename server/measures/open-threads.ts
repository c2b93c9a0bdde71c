import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema/index'

/** For a query that has `measure.id`: how many discussions of the measure are open, as every view of the plan counts them. */
export const openThreads = (eb: ExpressionBuilder<Pick<Database, 'measure' | 'discussionThread'>, 'measure'>) =>
  eb
    .selectFrom('discussionThread')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('discussionThread.subjectType', '=', 'measure')
    .whereRef('discussionThread.subjectId', '=', 'measure.id')
    .where('discussionThread.resolvedAt', 'is', null)
    .$asScalar()
    .$notNull()
