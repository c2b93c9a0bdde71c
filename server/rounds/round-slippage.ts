import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readSlippage } from '../baselines/read-slippage'
import type { Slip } from '../baselines/slippage.shared'
import type { Round, RoundMeasure } from './round.shared'
import type { RoundSlippage } from './status-report.shared'

type Named = Pick<RoundMeasure, 'id' | 'number' | 'title'>

/** @returns what of these measures slipped since the newest baseline, as it is now; null for a plan without baselines */
export async function readRoundSlippage(
  db: Kysely<Database>,
  actor: Actor,
  measures: Named[],
): Promise<RoundSlippage | null> {
  const slippage = await readSlippage(db, actor)
  if (!slippage) return null
  const slips = new Map(slippage.measures.map(measure => [measure.measureId, measure.slips]))
  return { baseline: slippage.baseline, measures: slippedOf(measures, slips) }
}

/** @returns what had slipped when the round closed; null where no baseline was there then */
export async function readSlippageThen(
  db: Kysely<Database>,
  { id, measures }: Pick<Round, 'id' | 'measures'>,
): Promise<RoundSlippage | null> {
  const [baseline, rows] = await Promise.all([
    db
      .selectFrom('updateRound')
      .innerJoin('baseline', 'baseline.id', 'updateRound.baselineId')
      .select(['baseline.id', 'baseline.number', 'baseline.name', 'baseline.datedOn'])
      .where('updateRound.id', '=', id)
      .executeTakeFirst(),
    db.selectFrom('updateRoundSlippage').select(['measureId', 'slips']).where('roundId', '=', id).execute(),
  ])
  if (!baseline) return null
  const slips = new Map(rows.map(row => [row.measureId, row.slips as Slip[]]))
  return { baseline, measures: slippedOf(measures, slips) }
}

/** Those of the measures that slipped, in their order. */
const slippedOf = (measures: Named[], slips: Map<string, Slip[]>) =>
  measures.flatMap(({ id, number, title }) => {
    const own = slips.get(id) ?? []
    return own.length > 0 ? [{ id, number, title, slips: own }] : []
  })
