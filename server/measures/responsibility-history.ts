import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { ResponsibilityEvent, ResponsibilityHistory } from './responsibility.shared'

type Event = ResponsibilityEvent & { responsibilityId: string }

/**
 * Who was asked what of a measure, what was answered and why, and who carried it from when to when; what began first comes
 * first. The caller has checked that the reader may see the measure.
 */
export async function responsibilityHistory(db: Kysely<Database>, measureId: string): Promise<ResponsibilityHistory[]> {
  const [responsibilities, answers, people, neverCarried] = await Promise.all([
    listParts(db, measureId),
    listAnswers(db, measureId),
    listPersonChanges(db, measureId),
    listNeverCarried(db, measureId),
  ])
  return responsibilities.map(({ proposedAt, proposedByCode, proposedByName, personName, ...part }) => {
    const changes = people.filter(event => event.responsibilityId === part.id)
    const isFromPlan = proposedByCode === null
    const proposal: Event = {
      responsibilityId: part.id,
      kind: 'proposed',
      at: proposedAt,
      byCode: proposedByCode,
      byName: proposedByName,
      reason: null,
      personName: changes[0] ? changes[0].fromPersonName : personName,
    }
    const answered = answers.filter(event => event.responsibilityId === part.id)
    const events = [proposal, ...answered, ...changes].sort((one, other) => one.at.getTime() - other.at.getTime())
    const accepted = answered.find(event => event.kind === 'accepted')
    const stopped = answered.find(event => event.kind !== 'accepted')
    // What the plan brought along as accepted has no acceptance on record.
    const cameAccepted = isFromPlan && part.state !== 'proposed' && !neverCarried.includes(part.id)
    const wasCarried = accepted !== undefined || cameAccepted
    return {
      ...part,
      isFromPlan,
      wasCarried,
      carriedFrom: accepted?.at ?? null,
      carriedUntil: wasCarried ? (stopped?.at ?? null) : null,
      events: events.map(({ kind, at, byCode, byName, reason, personName }) => ({
        kind,
        at,
        byCode,
        byName,
        reason,
        personName,
      })),
    }
  })
}

async function listParts(db: Kysely<Database>, measureId: string) {
  return db
    .selectFrom('responsibility')
    .innerJoin('body', 'body.id', 'responsibility.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('person', 'person.id', 'responsibility.personId')
    .leftJoin('mandate as proposer', 'proposer.id', 'responsibility.proposedBy')
    .leftJoin('body as proposerBody', 'proposerBody.id', 'proposer.bodyId')
    .leftJoin('person as proposerPerson', 'proposerPerson.id', 'proposer.personId')
    .leftJoin('responsibility as followed', 'followed.id', 'responsibility.followsId')
    .leftJoin('body as followedBody', 'followedBody.id', 'followed.bodyId')
    .select(['responsibility.id', 'responsibility.role', 'responsibility.state', 'responsibility.isDemo'])
    .select(['responsibility.proposedAt', 'body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .select(['person.name as personName', 'proposerBody.code as proposedByCode'])
    .select(['proposerPerson.name as proposedByName', 'followedBody.code as followsBodyCode'])
    .where('responsibility.measureId', '=', measureId)
    .orderBy('responsibility.proposedAt')
    .orderBy('body.code')
    .execute()
}

async function listAnswers(db: Kysely<Database>, measureId: string): Promise<Event[]> {
  const answers = await db
    .selectFrom('responsibilityAnswer')
    .innerJoin('responsibility', 'responsibility.id', 'responsibilityAnswer.responsibilityId')
    .innerJoin('mandate', 'mandate.id', 'responsibilityAnswer.mandateId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .select(['responsibilityAnswer.responsibilityId', 'responsibilityAnswer.answer as kind'])
    .select(['responsibilityAnswer.answeredAt as at', 'responsibilityAnswer.reason'])
    .select(['body.code as byCode', 'person.name as byName'])
    .where('responsibility.measureId', '=', measureId)
    .orderBy('responsibilityAnswer.answeredAt')
    .execute()
  return answers.map(answer => ({ ...answer, personName: null }))
}

async function listPersonChanges(db: Kysely<Database>, measureId: string) {
  const changes = await db
    .selectFrom('responsibilityPerson')
    .innerJoin('responsibility', 'responsibility.id', 'responsibilityPerson.responsibilityId')
    .innerJoin('mandate', 'mandate.id', 'responsibilityPerson.mandateId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('person as author', 'author.id', 'mandate.personId')
    .leftJoin('person as from', 'from.id', 'responsibilityPerson.fromPersonId')
    .leftJoin('person as to', 'to.id', 'responsibilityPerson.toPersonId')
    .select(['responsibilityPerson.responsibilityId', 'responsibilityPerson.changedAt as at'])
    .select(['body.code as byCode', 'author.name as byName'])
    .select(['from.name as fromPersonName', 'to.name as personName'])
    .where('responsibility.measureId', '=', measureId)
    .orderBy('responsibilityPerson.changedAt')
    .execute()
  return changes.map(change => ({ ...change, kind: 'person' as const, reason: null }))
}

/** What was answered with no, or taken back, before anybody accepted it: the trail knows. */
async function listNeverCarried(db: Kysely<Database>, measureId: string): Promise<string[]> {
  const found = await db
    .selectFrom('activity')
    .select(sql<string>`after ->> 'responsibilityId'`.as('id'))
    .where('subjectType', '=', 'measure')
    .where('subjectId', '=', measureId)
    .where('verb', 'in', ['responsibility.handed-back', 'responsibility.ended'])
    .where(sql<boolean>`before ->> 'state' = 'proposed'`)
    .execute()
  return found.map(row => row.id)
}
