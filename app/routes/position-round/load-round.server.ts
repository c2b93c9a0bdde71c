import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import { compareTexts, countPlaces } from '#server/documents/compare-texts.shared'
import { bodiesSpokenFor } from '#server/measures/responsibility-queries'
import { conditionRights, mayRunPositionRounds, mayWaiveChanges } from '#server/positions/position-access.shared'
import { readPositionRound } from '#server/positions/read-position-round'
import { readRoundTexts } from '#server/positions/round-texts'

/** A round with its texts then and now, and what this reader can do about it. */
export async function loadPositionRound({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const { conditions, ...round } = await orResponse(readPositionRound(context.db, actor, params.id ?? ''))
  const texts = await readRoundTexts(context.db, round.measures)
  const own = new Set(bodiesSpokenFor(actor))
  return {
    round: {
      ...round,
      conditions: conditions.map(condition => ({
        ...condition,
        can: conditionRights(actor, { bodyId: condition.body.id, state: condition.state }),
      })),
    },
    texts: texts.map(({ measureId, then, now }) => {
      const rows = compareTexts(then, now)
      return { measureId, rows, places: countPlaces(rows) }
    }),
    ownBodies: round.sectors.flatMap(sector => sector.bodies).filter(body => own.has(body.id)),
    can: { run: mayRunPositionRounds(actor), waive: mayWaiveChanges(actor) },
    now: new Date(),
  }
}
