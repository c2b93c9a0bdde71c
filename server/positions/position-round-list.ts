import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readBodyPositions } from './body-positions'
import { groupBy } from './group-by'
import { countStandings } from './position.shared'
import type { ClosedRound, PositionRoundFacts, PositionRoundInList, RoundAbout } from './position-round.shared'

/** For a query over rounds: what every screen says of one. */
export function roundFacts(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>) {
  return db
    .selectFrom('positionRound as round')
    .innerJoin('mandate as opener', 'opener.id', 'round.openedBy')
    .innerJoin('body as openerBody', 'openerBody.id', 'opener.bodyId')
    .leftJoin('mandate as closer', 'closer.id', 'round.closedBy')
    .leftJoin('body as closerBody', 'closerBody.id', 'closer.bodyId')
    .select(['round.id', 'round.title', 'round.question', 'round.closesAt', 'round.silenceMeans', 'round.openedAt'])
    .select(['openerBody.code as openedByCode', 'round.closedAt', 'closerBody.code as closedByCode', 'round.isDemo'])
    .where('round.groupId', '=', actor.groupId)
}

/**
 * @param limit at most so many
 * @returns the rounds of the actor's group, those that are open first, then the newest first
 */
export async function listPositionRounds(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  { limit = 50 }: { limit?: number } = {},
): Promise<PositionRoundInList[]> {
  const rounds = await roundFacts(db, actor)
    .select(eb => [
      eb
        .selectFrom('positionRoundBody as called')
        .select(({ fn }) => fn.countAll<number>().as('bodies'))
        .whereRef('called.roundId', '=', 'round.id')
        .$asScalar()
        .$notNull()
        .as('bodyCount'),
      eb
        .selectFrom('position')
        .select(({ fn }) => fn.countAll<number>().as('answered'))
        .whereRef('position.roundId', '=', 'round.id')
        .where('position.replacesId', 'is', null)
        .where(sql<boolean>`(round.closed_at is null or position.taken_at <= round.closed_at)`)
        .$asScalar()
        .$notNull()
        .as('answered'),
    ])
    .orderBy('round.closedAt', order => order.desc().nullsFirst())
    .orderBy('round.openedAt', 'desc')
    .limit(limit)
    .execute()
  if (rounds.length === 0) return []
  const roundIds = rounds.map(round => round.id)
  const measures = await db
    .selectFrom('positionRoundMeasure as asked')
    .innerJoin('measure', 'measure.id', 'asked.measureId')
    .select(['asked.roundId', 'measure.id', 'measure.title'])
    .where('asked.roundId', 'in', roundIds)
    .orderBy('measure.title')
    .execute()
  const positions = await readBodyPositions(
    db,
    measures.map(({ roundId, id }) => ({ roundId, measureId: id })),
  )
  return rounds.map(round => {
    const own = measures.filter(measure => measure.roundId === round.id).map(({ id, title }) => ({ id, title }))
    const counts = countStandings(positions.filter(position => position.roundId === round.id))
    return { ...round, measures: own, asked: own.length * round.bodyCount, counts }
  })
}

/** @returns the rounds of the actor's group by their titles, those that are open first, then the newest first */
export const listRoundTitles = (db: Kysely<Database>, actor: Pick<Actor, 'groupId'>) =>
  db
    .selectFrom('positionRound as round')
    .select(['round.id', 'round.title', 'round.closedAt'])
    .where('round.groupId', '=', actor.groupId)
    .orderBy('round.closedAt', order => order.desc().nullsFirst())
    .orderBy('round.openedAt', 'desc')
    .limit(100)
    .execute()

/**
 * @returns the newest round about a measure, with the number of the version that it asks about and how many rounds about that
 *   measure there were before; null when there never was one
 */
export async function newestRoundAbout(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  measureId: string,
): Promise<(PositionRoundFacts & { version: number; earlier: number }) | null> {
  const round = await roundFacts(db, actor)
    .innerJoin('positionRoundMeasure as asked', 'asked.roundId', 'round.id')
    .innerJoin('documentVersion as version', 'version.id', 'asked.documentVersionId')
    .select(['version.number as version', sql<number>`count(*) over () - 1`.as('earlier')])
    .where('asked.measureId', '=', measureId)
    .orderBy('round.openedAt', 'desc')
    .orderBy('round.id')
    .limit(1)
    .executeTakeFirst()
  return round ?? null
}

/** @returns the newest round about each of some measures, the newest first; nothing for a measure that no round was about */
export async function newestRoundsOn(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  measureIds: string[],
): Promise<RoundAbout[]> {
  if (measureIds.length === 0) return []
  const rounds = await db
    .selectFrom('positionRound as round')
    .innerJoin('positionRoundMeasure as asked', 'asked.roundId', 'round.id')
    .distinctOn('asked.measureId')
    .select(['round.id', 'round.title', 'round.question', 'round.closesAt', 'round.closedAt', 'round.openedAt'])
    .select('asked.measureId')
    .where('round.groupId', '=', actor.groupId)
    .where('asked.measureId', 'in', measureIds)
    .orderBy('asked.measureId')
    .orderBy('round.openedAt', 'desc')
    .orderBy('round.id')
    .execute()
  return rounds
    .sort((one, other) => other.openedAt.getTime() - one.openedAt.getTime())
    .map(({ openedAt: _, ...round }) => round)
}

/** @returns the rounds of the actor's group that closed since a moment, the last one first, each with how it came out */
export async function roundsClosedSince(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  since: Date,
): Promise<ClosedRound[]> {
  const rows = await db
    .selectFrom('positionRound as round')
    .innerJoin('positionRoundMeasure as asked', 'asked.roundId', 'round.id')
    .select(['round.id', 'round.title', 'asked.measureId'])
    .select(eb => eb.ref('round.closedAt').$notNull().as('closedAt'))
    .where('round.groupId', '=', actor.groupId)
    .where('round.closedAt', '>', since)
    .orderBy('round.closedAt', 'desc')
    .orderBy('asked.measureId')
    .execute()
  const positions = await readBodyPositions(
    db,
    rows.map(row => ({ roundId: row.id, measureId: row.measureId })),
  )
  return [...groupBy(rows, row => row.id)].map(([id, group]) => ({
    id,
    title: group[0]!.title,
    closedAt: group[0]!.closedAt,
    measureIds: group.map(row => row.measureId),
    counts: countStandings(positions.filter(position => position.roundId === id)),
  }))
}
