import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { bodiesSpokenFor } from '../measures/responsibility-queries'
import { readBodyPositions } from './body-positions'
import { groupBy } from './group-by'
import type { BodyPosition, PositionDraft } from './position.shared'
import type { PositionsOwed } from './position-round.shared'

/**
 * How bodies stand on measures of the actor's group, as the newest round about each asked; by sector and code. A measure that
 * no round was ever about is not in it.
 */
export async function positionsOn(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  measureIds: string[],
): Promise<BodyPosition[]> {
  if (measureIds.length === 0) return []
  const newest = await newestRounds(db, actor).where('asked.measureId', 'in', measureIds).execute()
  return readBodyPositions(db, newest)
}

/**
 * @returns the positions of bodies that the actor speaks for whose text has changed since, in the newest round about each
 *   measure; the longest ago first
 */
export async function stalePositions(
  db: Kysely<Database>,
  actor: Actor,
): Promise<(BodyPosition & { measureTitle: string })[]> {
  const bodyIds = bodiesSpokenFor(actor)
  if (bodyIds.length === 0) return []
  const newest = await newestRounds(db, actor)
    .innerJoin('measure', 'measure.id', 'asked.measureId')
    .select('measure.title')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('position')
          .whereRef('position.measureId', '=', 'asked.measureId')
          .where('position.bodyId', 'in', bodyIds),
      ),
    )
    .execute()
  const titles = new Map(newest.map(row => [row.measureId, row.title]))
  const positions = await readBodyPositions(db, newest)
  return positions
    .filter(position => position.isStale && position.positionId && bodyIds.includes(position.body.id))
    .map(position => ({ ...position, measureTitle: titles.get(position.measureId) ?? '' }))
    .sort((one, other) => Number(one.takenAt) - Number(other.takenAt))
}

/** @returns what bodies are asked in open rounds of the actor's group and have not answered; what closes first comes first */
export async function positionsOwed(
  db: Kysely<Database>,
  actor: Actor,
  bodyIds: string[] = bodiesSpokenFor(actor),
): Promise<PositionsOwed[]> {
  if (bodyIds.length === 0) return []
  const rows = await owedBy(db, actor, bodyIds)
    .innerJoin('measure', 'measure.id', 'asked.measureId')
    .innerJoin('body', 'body.id', 'called.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('positionDraft as draft', join =>
      join
        .onRef('draft.roundId', '=', 'asked.roundId')
        .onRef('draft.measureId', '=', 'asked.measureId')
        .onRef('draft.bodyId', '=', 'called.bodyId'),
    )
    .select(['round.id as roundId', 'round.title', 'round.question', 'round.closesAt', 'round.silenceMeans'])
    .select(['round.isDemo', 'measure.id as measureId', 'measure.title as measureTitle', 'draft.savedAt'])
    .select(['body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .orderBy('round.closesAt')
    .orderBy('round.id')
    .orderBy('body.code')
    .orderBy('measure.title')
    .execute()
  const speaksFor = bodiesSpokenFor(actor)
  return [...groupBy(rows, row => `${row.roundId} ${row.bodyId}`).values()].map(group => {
    const { measureId: _, measureTitle: __, savedAt: ___, bodyId, code, name, colour, ...round } = group[0]!
    return {
      ...round,
      body: { id: bodyId, code, name, colour },
      // That a body prepares something is its own business.
      measures: group.map(row => ({
        id: row.measureId,
        title: row.measureTitle,
        hasDraft: row.savedAt !== null && speaksFor.includes(row.bodyId),
      })),
    }
  })
}

/** @returns how many positions the bodies that the actor speaks for owe */
export async function countPositionsOwed(db: Kysely<Database>, actor: Actor): Promise<number> {
  const bodyIds = bodiesSpokenFor(actor)
  if (bodyIds.length === 0) return 0
  const { count } = await owedBy(db, actor, bodyIds)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** @returns what the bodies that the actor speaks for prepare in a round; nothing of any other body */
export async function listDrafts(db: Kysely<Database>, actor: Actor, roundId: string): Promise<PositionDraft[]> {
  const bodyIds = bodiesSpokenFor(actor)
  if (bodyIds.length === 0) return []
  return db
    .selectFrom('positionDraft as draft')
    .innerJoin('mandate', 'mandate.id', 'draft.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .select(['draft.roundId', 'draft.measureId', 'draft.bodyId', 'draft.stance', 'draft.reason', 'draft.until'])
    .select(['draft.conditions', 'draft.revision', 'draft.savedAt', 'person.name as savedBy'])
    .where('draft.roundId', '=', roundId)
    .where('draft.bodyId', 'in', bodyIds)
    .execute()
}

/** What bodies are asked in open rounds of the actor's group, and have not answered. */
const owedBy = (db: Kysely<Database>, actor: Pick<Actor, 'groupId'>, bodyIds: string[]) =>
  db
    .selectFrom('positionRound as round')
    .innerJoin('positionRoundMeasure as asked', 'asked.roundId', 'round.id')
    .innerJoin('positionRoundBody as called', 'called.roundId', 'round.id')
    .where('round.groupId', '=', actor.groupId)
    .where('round.closedAt', 'is', null)
    .where('called.bodyId', 'in', bodyIds)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('position')
            .whereRef('position.roundId', '=', 'asked.roundId')
            .whereRef('position.measureId', '=', 'asked.measureId')
            .whereRef('position.bodyId', '=', 'called.bodyId'),
        ),
      ),
    )

/** The newest round about each measure. */
function newestRounds(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>) {
  return db
    .selectFrom('positionRoundMeasure as asked')
    .innerJoin('positionRound as round', 'round.id', 'asked.roundId')
    .distinctOn('asked.measureId')
    .select(['asked.roundId', 'asked.measureId'])
    .where('round.groupId', '=', actor.groupId)
    .orderBy('asked.measureId')
    .orderBy('round.openedAt', 'desc')
    .orderBy('round.id')
}
