import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { mandateFor } from '../auth/role-access.shared'
import type { ResponsibilityOnMeasure, ResponsibilityToAnswer } from './responsibility.shared'

const leadFirst = sql`array_position(array['lead', 'co-lead', 'must-agree', 'consulted', 'informed'], responsibility.role)`
const openFirst = sql`responsibility.state not in ('accepted', 'proposed')`
const acceptedFirst = sql`array_position(array['accepted', 'proposed', 'handed-back', 'ended'], responsibility.state)`

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
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('person', 'person.id', 'responsibility.personId')
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
    .select(['responsibility.bodyId', 'body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .select(['responsibility.personId', 'person.name as personName', 'proposerBody.code as proposedByCode'])
    .select(['last.reason as answerReason', 'last.answeredAt', 'last.code as answeredByCode'])
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
  const bodyIds = actor.mandates.map(mandate => mandate.bodyId).filter(bodyId => mandateFor(actor, bodyId))
  if (bodyIds.length === 0) return []
  return db
    .selectFrom('responsibility')
    .innerJoin('measure', 'measure.id', 'responsibility.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('mandate as proposer', 'proposer.id', 'responsibility.proposedBy')
    .leftJoin('body as proposerBody', 'proposerBody.id', 'proposer.bodyId')
    .select(['responsibility.id', 'responsibility.role', 'responsibility.personId', 'responsibility.proposedAt'])
    .select(['responsibility.isDemo', 'measure.id as measureId', 'measure.title as measureTitle'])
    .select(['body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .select('proposerBody.code as proposedByCode')
    .where('plan.groupId', '=', actor.groupId)
    .where('responsibility.state', '=', 'proposed')
    .where('responsibility.bodyId', 'in', bodyIds)
    .orderBy('responsibility.proposedAt')
    .orderBy('measure.title')
    .execute()
}
