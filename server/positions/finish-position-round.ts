import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { SilenceMeaning } from './position.shared'

/**
 * Closes a round that the transaction holds the lock of. Who said nothing gets what was announced, on the record.
 * @param closedBy the mandate of who closes it; null: its moment came
 * @returns what it was about and how it came out, for the trail
 */
export async function finishPositionRound(
  trx: Transaction<Database>,
  { id, silenceMeans, closedBy }: { id: string; silenceMeans: SilenceMeaning; closedBy: string | null },
): Promise<{ measureIds: string[]; answered: number; silent: number }> {
  const { numInsertedOrUpdatedRows: silent = 0n } = await trx
    .insertInto('positionSilence')
    .columns(['roundId', 'measureId', 'bodyId', 'meaning'])
    .expression(eb =>
      eb
        .selectFrom('positionRoundMeasure as asked')
        .innerJoin('positionRoundBody as called', 'called.roundId', 'asked.roundId')
        .select([
          'asked.roundId',
          'asked.measureId',
          'called.bodyId',
          sql<SilenceMeaning>`${silenceMeans}`.as('meaning'),
        ])
        .where('asked.roundId', '=', id)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('position')
                .whereRef('position.roundId', '=', 'asked.roundId')
                .whereRef('position.measureId', '=', 'asked.measureId')
                .whereRef('position.bodyId', '=', 'called.bodyId'),
            ),
          ),
        ),
    )
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('positionRound')
    .set({ closedAt: sql`clock_timestamp()`, closedBy })
    .where('id', '=', id)
    .execute()
  const measures = await trx.selectFrom('positionRoundMeasure').select('measureId').where('roundId', '=', id).execute()
  const { answered } = await trx
    .selectFrom('position')
    .select(({ fn }) => fn.countAll<number>().as('answered'))
    .where('roundId', '=', id)
    .where('replacesId', 'is', null)
    .executeTakeFirstOrThrow()
  return { measureIds: measures.map(measure => measure.measureId), answered, silent: Number(silent) }
}
