import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { openConditions } from '../positions/condition-queries'
import { positionsOn, positionsOwed } from '../positions/position-queries'
import type { CarriedMeasure, SectorPage } from './sector.shared'

/** So many texts at most. */
const TEXTS = 100

/**
 * Reads what the bodies of a sector carry, owe, said and wait for, over all measures of the actor's group.
 * @throws DomainError `not-found` for a sector that does not exist
 */
export async function readSector(db: Kysely<Database>, actor: Actor, id: string): Promise<SectorPage> {
  const sector = await db
    .selectFrom('sector')
    .select(['id', 'nameNl', 'nameEn', 'colour'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!sector) throw new DomainError('not-found')
  const bodies = await db
    .selectFrom('body')
    .select(['id', 'code', 'name'])
    .where('sectorId', '=', id)
    .orderBy('code')
    .execute()
  const marks = bodies.map(body => ({ ...body, colour: sector.colour }))
  const bodyIds = bodies.map(body => body.id)
  const [carried, owed, spoken, raised, onLed, wroteIn] = await Promise.all([
    listCarried(db, actor, bodyIds),
    positionsOwed(db, actor, bodyIds),
    listSpoken(db, actor, bodyIds),
    openConditions(db, actor, { bodyIds }),
    openConditions(db, actor, { ledBy: bodyIds }),
    listWritten(db, actor, bodyIds),
  ])
  const positions = await positionsOn(
    db,
    actor,
    spoken.map(measure => measure.id),
  )
  const markOf = (bodyId: string) => marks.find(body => body.id === bodyId)!
  const toCarried = ({ bodyId, ...row }: (typeof carried)[number]): CarriedMeasure => ({ ...row, body: markOf(bodyId) })
  return {
    ...sector,
    bodies: marks,
    carries: carried.filter(row => row.state === 'accepted').map(toCarried),
    toAnswer: carried.filter(row => row.state === 'proposed').map(toCarried),
    positionsOwed: owed,
    positions: positions
      .filter(position => bodyIds.includes(position.body.id) && position.standing !== 'not-yet')
      .map(position => ({
        ...position,
        measureTitle: spoken.find(measure => measure.id === position.measureId)?.title ?? '',
      })),
    raised,
    raisedByOthers: onLed.filter(condition => !bodyIds.includes(condition.body.id)),
    wroteIn: [...new Set(wroteIn.map(row => row.measureId))].map(measureId => {
      const own = wroteIn.filter(row => row.measureId === measureId)
      return { measureId, title: own[0]!.title, bodies: own.map(row => markOf(row.bodyId)) }
    }),
  }
}

async function listCarried(db: Kysely<Database>, actor: Actor, bodyIds: string[]) {
  if (bodyIds.length === 0) return []
  return db
    .selectFrom('responsibility')
    .innerJoin('measure', 'measure.id', 'responsibility.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['measure.id as measureId', 'measure.title', 'measure.status', 'responsibility.role'])
    .select(['responsibility.state', 'responsibility.bodyId'])
    .where('plan.groupId', '=', actor.groupId)
    .where('responsibility.bodyId', 'in', bodyIds)
    .where(eb =>
      eb.or([
        eb('responsibility.state', '=', 'proposed'),
        eb.and([eb('responsibility.state', '=', 'accepted'), eb('responsibility.role', 'in', ['lead', 'co-lead'])]),
      ]),
    )
    .orderBy('responsibility.role', 'desc')
    .orderBy('measure.title')
    .execute()
}

/** The measures that one of the bodies was ever asked about. */
async function listSpoken(db: Kysely<Database>, actor: Actor, bodyIds: string[]) {
  if (bodyIds.length === 0) return []
  return db
    .selectFrom('positionRoundBody as called')
    .innerJoin('positionRound as round', 'round.id', 'called.roundId')
    .innerJoin('positionRoundMeasure as asked', 'asked.roundId', 'called.roundId')
    .innerJoin('measure', 'measure.id', 'asked.measureId')
    .select(['measure.id', 'measure.title'])
    .distinct()
    .where('round.groupId', '=', actor.groupId)
    .where('called.bodyId', 'in', bodyIds)
    .orderBy('measure.title')
    .execute()
}

/** Which texts hold words that were typed under a mandate for one of the bodies: a row for each browser, not for each key. */
async function listWritten(db: Kysely<Database>, actor: Actor, bodyIds: string[]) {
  if (bodyIds.length === 0) return []
  return db
    .selectFrom('documentClient')
    .innerJoin('mandate', 'mandate.id', 'documentClient.mandateId')
    .innerJoin('measure', 'measure.documentId', 'documentClient.documentId')
    .select(['measure.id as measureId', 'measure.title', 'mandate.bodyId'])
    .distinct()
    .where('mandate.groupId', '=', actor.groupId)
    .where('mandate.bodyId', 'in', bodyIds)
    .orderBy('measure.title')
    .limit(TEXTS)
    .execute()
}
