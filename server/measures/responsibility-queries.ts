import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { mandateFor } from '../auth/role-access.shared'
import { actsForToday } from '../bodies/body-queries'
import type {
  ResponsibilityOnMeasure,
  ResponsibilityToAnswer,
  ResponsibilityWithoutPerson,
} from './responsibility.shared'

const leadFirst = sql`array_position(array['lead', 'co-lead', 'must-agree', 'consulted', 'informed'], responsibility.role)`
const openFirst = sql`responsibility.state not in ('accepted', 'proposed')`
const acceptedFirst = sql`array_position(array['accepted', 'proposed', 'handed-back', 'ended'], responsibility.state)`

/**
 * For a query over responsibilities and their plan: the person no longer acts for the body. A mandate ends with a day, and
 * nothing runs at midnight: it is seen when it is read.
 */
export const isPersonGone = sql<boolean>`responsibility.person_id is not null and not ${actsForToday({
  person: 'responsibility.personId',
  body: 'responsibility.bodyId',
  group: 'plan.groupId',
})}`

/**
 * Who carries a measure, who was asked and who carried it before, each with the last answer. The caller has checked that
 * the reader may see the measure.
 */
export async function listResponsibilities(
  db: Kysely<Database>,
  measureId: string,
): Promise<ResponsibilityOnMeasure[]> {
  return db
    .selectFrom('responsibility')
    .innerJoin('measure', 'measure.id', 'responsibility.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('person', 'person.id', 'responsibility.personId')
    .leftJoin('responsibility as followed', 'followed.id', 'responsibility.followsId')
    .leftJoin('body as followedBody', 'followedBody.id', 'followed.bodyId')
    .leftJoin('mandate as proposer', 'proposer.id', 'responsibility.proposedBy')
    .leftJoin('body as proposerBody', 'proposerBody.id', 'proposer.bodyId')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('responsibilityAnswer')
          .innerJoin('mandate', 'mandate.id', 'responsibilityAnswer.mandateId')
          .innerJoin('body as answererBody', 'answererBody.id', 'mandate.bodyId')
          .select(['responsibilityAnswer.reason', 'responsibilityAnswer.answeredAt', 'answererBody.code'])
          .whereRef('responsibilityAnswer.responsibilityId', '=', 'responsibility.id')
          .orderBy('responsibilityAnswer.answeredAt', 'desc')
          .limit(1)
          .as('last'),
      join => join.onTrue(),
    )
    .select(['responsibility.id', 'responsibility.role', 'responsibility.state', 'responsibility.source'])
    .select(['responsibility.certainty', 'responsibility.isDemo', 'responsibility.proposedAt'])
    .select([
      'responsibility.bodyId',
      'body.code as bodyCode',
      'body.name as bodyName',
      'body.sectorId',
      'sector.colour',
    ])
    .select(['responsibility.personId', 'person.name as personName', 'proposerBody.code as proposedByCode'])
    .select(['last.reason as answerReason', 'last.answeredAt', 'last.code as answeredByCode'])
    .select(['followed.bodyId as followsBodyId', 'followedBody.code as followsBodyCode'])
    .select(isPersonGone.as('isPersonGone'))
    .where('responsibility.measureId', '=', measureId)
    .orderBy(openFirst)
    .orderBy(leadFirst)
    .orderBy(acceptedFirst)
    .orderBy('body.code')
    .orderBy('responsibility.proposedAt', 'desc')
    .execute()
}

/** @returns what the bodies that the actor speaks for were asked and have not answered yet, the oldest question first */
export async function responsibilitiesToAnswer(db: Kysely<Database>, actor: Actor): Promise<ResponsibilityToAnswer[]> {
  const bodyIds = bodiesSpokenFor(actor)
  if (bodyIds.length === 0) return []
  return db
    .selectFrom('responsibility')
    .innerJoin('measure', 'measure.id', 'responsibility.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('mandate as proposer', 'proposer.id', 'responsibility.proposedBy')
    .leftJoin('body as proposerBody', 'proposerBody.id', 'proposer.bodyId')
    .leftJoin('responsibility as followed', 'followed.id', 'responsibility.followsId')
    .leftJoin('body as followedBody', 'followedBody.id', 'followed.bodyId')
    .select(['responsibility.id', 'responsibility.role', 'responsibility.personId', 'responsibility.proposedAt'])
    .select(['responsibility.isDemo', 'measure.id as measureId', 'measure.title as measureTitle'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .select(['proposerBody.code as proposedByCode', 'followedBody.code as followsBodyCode'])
    .where('plan.groupId', '=', actor.groupId)
    .where('responsibility.state', '=', 'proposed')
    .where('responsibility.bodyId', 'in', bodyIds)
    .orderBy('responsibility.proposedAt')
    .orderBy('measure.title')
    .execute()
}

/**
 * @returns what the bodies that the actor speaks for carry, or were asked, through a person who no longer acts for them: it
 *   stays with the body
 */
export async function responsibilitiesWithoutPerson(
  db: Kysely<Database>,
  actor: Actor,
): Promise<ResponsibilityWithoutPerson[]> {
  const bodyIds = bodiesSpokenFor(actor)
  if (bodyIds.length === 0) return []
  return db
    .selectFrom('responsibility')
    .innerJoin('measure', 'measure.id', 'responsibility.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('person', 'person.id', 'responsibility.personId')
    .select(['responsibility.id', 'responsibility.role', 'responsibility.bodyId', 'body.code as bodyCode'])
    .select(['person.id as personId', 'person.name as personName'])
    .select(['measure.id as measureId', 'measure.title as measureTitle'])
    .where('plan.groupId', '=', actor.groupId)
    .where('responsibility.state', 'in', ['accepted', 'proposed'])
    .where('responsibility.bodyId', 'in', bodyIds)
    .where(isPersonGone)
    .orderBy(leadFirst)
    .orderBy('measure.title')
    .execute()
}

/** The bodies that somebody answers for. */
export const bodiesSpokenFor = (actor: Actor): string[] => [
  ...new Set(actor.mandates.map(mandate => mandate.bodyId).filter(bodyId => mandateFor(actor, bodyId))),
]
