import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { freezeVersions } from '../documents/freeze-versions'
import { DomainError } from '../errors'
import { MEETING_TIME_ZONE } from '../meetings/meeting.shared'
import { mayRunPositionRounds } from './position-access.shared'
import type { OpenPositionRoundInput } from './position-round.shared'
import { topicsOfRound } from './round-topics'

/**
 * Asks bodies for a position on measures, until a moment. What each text says now is frozen, and is what is asked about
 * (rule 1).
 * @param input day and hour are those of where the group meets
 * @returns the round's id
 * @throws DomainError `forbidden`; `invalid` `moment-past` (`date`); `not-found` for a measure (`measureIds`) that the actor
 *   cannot see or a body (`bodyIds`) that does not exist
 */
export async function openPositionRound(
  trx: Transaction<Database>,
  actor: Actor,
  { title, question, date, time, silenceMeans, ...input }: OpenPositionRoundInput,
): Promise<string> {
  if (!mayRunPositionRounds(actor)) throw new DomainError('forbidden')
  const closesAt = await readMoment(trx, `${date} ${time}`)
  const texts = await readTexts(trx, actor, [...new Set(input.measureIds)])
  const bodyIds = await checkBodies(trx, [...new Set(input.bodyIds)])
  const versions = await freezeVersions(trx, actor, {
    documentIds: texts.map(text => text.documentId),
    reason: 'round-opened',
  })
  const { id } = await trx
    .insertInto('positionRound')
    .values({
      groupId: actor.groupId,
      title,
      question,
      closesAt,
      silenceMeans,
      openedBy: actor.mandate.id,
      openedAt: sql`clock_timestamp()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const measures = texts.map(({ measureId, documentId }) => ({
    roundId: id,
    measureId,
    documentVersionId: versions.get(documentId)!,
  }))
  await trx.insertInto('positionRoundMeasure').values(measures).execute()
  await trx
    .insertInto('positionRoundBody')
    .values(bodyIds.map(bodyId => ({ roundId: id, bodyId })))
    .execute()
  const measureIds = texts.map(text => text.measureId)
  await recordActivity(trx, actor, {
    verb: 'position-round.opened',
    subjectType: 'position-round',
    subjectId: id,
    topics: topicsOfRound(id, measureIds),
    after: { title, closesAt, silenceMeans, measureIds, bodyIds },
  })
  return id
}

async function readMoment(trx: Transaction<Database>, moment: string): Promise<Date> {
  const { at, isPast } = await trx
    .selectNoFrom([
      sql<Date>`${moment}::timestamp at time zone ${MEETING_TIME_ZONE}`.as('at'),
      sql<boolean>`${moment}::timestamp at time zone ${MEETING_TIME_ZONE} <= clock_timestamp()`.as('isPast'),
    ])
    .executeTakeFirstOrThrow()
  if (isPast) throw new DomainError('invalid', 'moment-past', 'date')
  return at
}

async function readTexts(trx: Transaction<Database>, actor: Actor, measureIds: string[]) {
  const texts = await trx
    .selectFrom('measure')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .select(['measure.id as measureId', 'measure.documentId'])
    .where('measure.id', 'in', measureIds)
    .where('plan.groupId', '=', actor.groupId)
    .execute()
  if (texts.length < measureIds.length) throw new DomainError('not-found', 'choose-one', 'measureIds')
  return texts
}

async function checkBodies(trx: Transaction<Database>, bodyIds: string[]): Promise<string[]> {
  const found = await trx.selectFrom('body').select('id').where('id', 'in', bodyIds).execute()
  if (found.length < bodyIds.length) throw new DomainError('not-found', 'choose-one', 'bodyIds')
  return bodyIds
}
