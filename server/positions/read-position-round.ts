import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readTextStates } from '../documents/text-states'
import { DomainError } from '../errors'
import { readBodyPositions } from './body-positions'
import { listConditions } from './condition-queries'
import { groupBy } from './group-by'
import { listDrafts } from './position-queries'
import type { PositionRound, RoundedMeasure } from './position-round.shared'
import { roundFacts } from './position-round-list'

/**
 * Reads a round with how every body stands now, what it asked to be met, and what the reader's own bodies prepare.
 * @throws DomainError `not-found` when the actor's group has no such round
 */
export async function readPositionRound(db: Kysely<Database>, actor: Actor, id: string): Promise<PositionRound> {
  if (!z.guid().safeParse(id).success) throw new DomainError('not-found')
  const facts = await roundFacts(db, actor).where('round.id', '=', id).executeTakeFirst()
  if (!facts) throw new DomainError('not-found')
  const measures = await listMeasures(db, id)
  const measureIds = measures.map(measure => measure.id)
  const [sectors, positions, named, drafts] = await Promise.all([
    listSectors(db, id),
    readBodyPositions(
      db,
      measureIds.map(measureId => ({ roundId: id, measureId })),
    ),
    listNamed(db, id),
    listDrafts(db, actor, id),
  ])
  const conditions = (await listConditions(db, actor, { measureIds })).filter(condition => named.has(condition.id))
  return { ...facts, measures, sectors, positions, conditions, drafts }
}

async function listMeasures(db: Kysely<Database>, roundId: string): Promise<RoundedMeasure[]> {
  const rows = await db
    .selectFrom('positionRoundMeasure as asked')
    .innerJoin('measure', 'measure.id', 'asked.measureId')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .innerJoin('documentVersion as version', 'version.id', 'asked.documentVersionId')
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.documentId', 'version.id as versionId'])
    .select(['version.number as versionNumber', 'version.createdAt', 'version.hash as hashThen'])
    .where('asked.roundId', '=', roundId)
    .orderBy('priority.position')
    .orderBy('measure.position')
    .orderBy('measure.title')
    .execute()
  const states = await readTextStates(
    db,
    rows.map(row => row.documentId),
  )
  return rows.map(({ versionId, versionNumber, createdAt, hashThen, ...measure }) => {
    const hash = states.get(measure.documentId)?.hash ?? hashThen
    return {
      ...measure,
      version: { id: versionId, number: versionNumber, createdAt },
      hash,
      isMoved: hash !== hashThen,
    }
  })
}

async function listSectors(db: Kysely<Database>, roundId: string): Promise<PositionRound['sectors']> {
  const bodies = await db
    .selectFrom('positionRoundBody as called')
    .innerJoin('body', 'body.id', 'called.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['body.id', 'body.code', 'body.name', 'sector.colour', 'sector.id as sectorId'])
    .select(['sector.nameNl', 'sector.nameEn'])
    .where('called.roundId', '=', roundId)
    .orderBy('sector.position')
    .orderBy('body.code')
    .execute()
  return [...groupBy(bodies, body => body.sectorId)].map(([id, group]) => {
    const { nameNl, nameEn, colour } = group[0]!
    return {
      id,
      nameNl,
      nameEn,
      colour,
      bodies: group.map(({ id, code, name, colour }) => ({ id, code, name, colour })),
    }
  })
}

/** The conditions that a position of this round names, or named. */
async function listNamed(db: Kysely<Database>, roundId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('positionCondition')
    .innerJoin('position', 'position.id', 'positionCondition.positionId')
    .select('positionCondition.conditionId')
    .distinct()
    .where('position.roundId', '=', roundId)
    .execute()
  return new Set(rows.map(row => row.conditionId))
}
