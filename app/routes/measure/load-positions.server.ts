import type { Actor } from '#server/auth/actor.shared'
import type { Db } from '#server/context'
import { listThreadLinks } from '#server/discussions/thread-links'
import { compareTexts, countPlaces } from '#server/documents/compare-texts.shared'
import { readContent } from '#server/documents/read-content'
import { readVersion } from '#server/documents/version-queries'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'
import { bodiesSpokenFor } from '#server/measures/responsibility-queries'
import { listConditions } from '#server/positions/condition-queries'
import { conditionRights, mayRunPositionRounds } from '#server/positions/position-access.shared'
import { positionsOn } from '#server/positions/position-queries'
import { newestRoundAbout } from '#server/positions/position-round-list'

/** What bodies say about a measure in the newest round, on which conditions, and what this reader can do about it. */
export async function loadPositions(db: Db, actor: Actor, measure: MeasureDetail) {
  const [positions, round, conditions] = await Promise.all([
    positionsOn(db, actor, [measure.id]),
    newestRoundAbout(db, actor, measure.id),
    listConditions(db, actor, { measureIds: [measure.id] }),
  ])
  const own = bodiesSpokenFor(actor)
  const [places, threads] = await Promise.all([
    round ? countChanges(db, actor, measure, round.version) : 0,
    conditions.length > 0 ? listThreadLinks(db, actor, measure.id) : [],
  ])
  return {
    round,
    places,
    positions: positions.map(position => ({ ...position, isOwn: own.includes(position.body.id) })),
    conditions: conditions.map(condition => ({
      ...condition,
      can: conditionRights(actor, { bodyId: condition.body.id, state: condition.state }),
    })),
    choices: {
      decisions: measure.decisions.map(({ id, year, number, title }) => ({ id, year, number, title })),
      threads: threads.map(({ id, quote, proposal }) => ({ id, quote, proposal: proposal?.state ?? null })),
    },
    canAsk: mayRunPositionRounds(actor),
  }
}

export type PositionsOnMeasure = Awaited<ReturnType<typeof loadPositions>>

/** @returns in how many places the text says something else than the version that was asked about */
async function countChanges(db: Db, actor: Actor, { documentId, text }: MeasureDetail, number: number) {
  const version = await readVersion(db, actor, { documentId, number })
  if (version.hash === text.hash) return 0
  const now = await readContent(db, documentId)
  return countPlaces(compareTexts(version.json, now.json))
}
