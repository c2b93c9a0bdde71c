import { type ExpressionBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'

type Measures = ExpressionBuilder<Database, 'measure'>

/** In a query over measures: the ids of the priorities that each serves beside its main one. */
export const otherPriorities = (eb: Measures) =>
  eb
    .selectFrom('measureOtherPriority as other')
    .select(
      sql<string[]>`coalesce(array_agg(other.priority_id::text order by other.priority_id::text), '{}')`.as('ids'),
    )
    .whereRef('other.measureId', '=', 'measure.id')
    .$asScalar()
    .$notNull()

/** In a query over measures: the ids of the basic functions that each serves. */
export const basicFunctions = (eb: Measures) =>
  eb
    .selectFrom('measureBasicFunction as served')
    .select(
      sql<
        string[]
      >`coalesce(array_agg(served.basic_function_id order by served.basic_function_id collate "C"), '{}')`.as('ids'),
    )
    .whereRef('served.measureId', '=', 'measure.id')
    .$asScalar()
    .$notNull()

/** Lets a measure serve exactly these priorities beside its main one. */
export async function writeOtherPriorities(trx: Transaction<Database>, measureId: string, priorityIds: string[]) {
  await trx.deleteFrom('measureOtherPriority').where('measureId', '=', measureId).execute()
  if (priorityIds.length === 0) return
  const rows = priorityIds.map(priorityId => ({ measureId, priorityId }))
  await trx.insertInto('measureOtherPriority').values(rows).execute()
}

/** Lets a measure serve exactly these basic functions. */
export async function writeBasicFunctions(trx: Transaction<Database>, measureId: string, basicFunctionIds: string[]) {
  await trx.deleteFrom('measureBasicFunction').where('measureId', '=', measureId).execute()
  if (basicFunctionIds.length === 0) return
  const rows = basicFunctionIds.map(basicFunctionId => ({ measureId, basicFunctionId }))
  await trx.insertInto('measureBasicFunction').values(rows).execute()
}
