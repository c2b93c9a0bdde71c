import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readContent } from '../documents/read-content'
import { DomainError } from '../errors'
import { listEvidence } from './evidence-queries'
import type { AgendaItemOnMeasure, MeasureDetail } from './measure-detail.shared'
import { listAncestors, listBasicFunctions, listOtherPriorities, listSubMeasures } from './measure-parts'
import { listMilestones } from './milestone-queries'
import { listResponsibilities } from './responsibility-queries'

/**
 * Reads a measure with all that its page shows, the text as it is at this moment.
 * @throws DomainError `not-found` when the actor's group has no such measure
 */
export async function readMeasure(db: Kysely<Database>, actor: Actor, id: string): Promise<MeasureDetail> {
  const { documentId, parentId, askedBodyId, askedBodyCode, askedBodyName, askedBodyColour, ...measure } =
    await findMeasure(db, actor, id)
  const [otherPriorities, basicFunctions, ancestors, subMeasures, evidence] = await Promise.all([
    listOtherPriorities(db, id),
    listBasicFunctions(db, id),
    parentId ? listAncestors(db, parentId) : [],
    listSubMeasures(db, id),
    listEvidence(db, id),
  ])
  const [text, version, responsibilities, milestones, decisions, agendaItems] = await Promise.all([
    readContent(db, documentId),
    findNewestVersion(db, documentId),
    listResponsibilities(db, id),
    listMilestones(db, id),
    listDecisions(db, id),
    listAgendaItems(db, id),
  ])
  return {
    ...measure,
    documentId,
    otherPriorities,
    basicFunctions,
    ancestors,
    subMeasures,
    evidence,
    askedBody: askedBodyId
      ? { id: askedBodyId, code: askedBodyCode ?? '', name: askedBodyName ?? '', colour: askedBodyColour ?? 0 }
      : null,
    text: { html: text.html, hash: text.hash },
    version: version ? { number: version.number, isCurrent: version.hash === text.hash } : null,
    responsibilities,
    milestones,
    decisions: decisions.map(({ hash, ...decision }) => ({ ...decision, isDrifted: hash !== text.hash })),
    agendaItems,
  }
}

/**
 * Reads what a measure is called, for a page about a part of it.
 * @throws DomainError `not-found` when the actor's group has no such measure
 */
export async function readMeasureMark(
  db: Kysely<Database>,
  actor: Actor,
  id: string,
): Promise<{ id: string; title: string; planTitle: string }> {
  const { title, planTitle } = await findMeasure(db, actor, id)
  return { id, title, planTitle }
}

async function findMeasure(db: Kysely<Database>, actor: Actor, id: string) {
  if (!z.guid().safeParse(id).success) throw new DomainError('not-found')
  const measure = await db
    .selectFrom('measure')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .innerJoin('priority', 'priority.id', 'measure.priorityId')
    .leftJoin('axis', 'axis.id', 'measure.axisId')
    .leftJoin('body as askedBody', 'askedBody.id', 'measure.askedBodyId')
    .leftJoin('sector as askedSector', 'askedSector.id', 'askedBody.sectorId')
    .leftJoin('mandate as reviewer', 'reviewer.id', 'measure.reviewedBy')
    .leftJoin('body as reviewerBody', 'reviewerBody.id', 'reviewer.bodyId')
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.summary', 'measure.kind', 'measure.level'])
    .select(['measure.status', 'measure.horizonFrom', 'measure.horizonTo', 'measure.origin', 'measure.source'])
    .select(['measure.certainty', 'measure.fieldCertainty', 'measure.isDemo', 'measure.documentId'])
    .select(['measure.priorityId', 'measure.axisId', 'axis.name as axisName', 'plan.title as planTitle'])
    .select(['priority.position as priorityPosition', 'priority.title as priorityTitle'])
    .select(['measure.startsOn', 'measure.endsOn', 'measure.targetGroups', 'measure.parentId', 'measure.requestState'])
    .select(['measure.askedBodyId', 'askedBody.code as askedBodyCode', 'askedBody.name as askedBodyName'])
    .select(['askedSector.colour as askedBodyColour', 'measure.askedName', 'measure.askedOn', 'measure.answer'])
    .select(['measure.answeredOn', 'measure.reviewedOn', 'measure.reviewDueOn', 'reviewerBody.code as reviewedByCode'])
    .where('measure.id', '=', id)
    .where('plan.groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!measure) throw new DomainError('not-found')
  return measure
}

async function findNewestVersion(db: Kysely<Database>, documentId: string) {
  return db
    .selectFrom('documentVersion')
    .select(['number', 'hash'])
    .where('documentId', '=', documentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest first. */
async function listDecisions(db: Kysely<Database>, measureId: string) {
  return db
    .selectFrom('decisionMeasure')
    .innerJoin('decision', 'decision.id', 'decisionMeasure.decisionId')
    .innerJoin('documentVersion', 'documentVersion.id', 'decisionMeasure.documentVersionId')
    .select(['decision.id', 'decision.year', 'decision.number', 'decision.title', 'decision.decidedOn'])
    .select(['decision.isDemo', 'documentVersion.number as versionNumber', 'documentVersion.hash'])
    .where('decisionMeasure.measureId', '=', measureId)
    .orderBy('decision.year', 'desc')
    .orderBy('decision.number', 'desc')
    .execute()
}

/** The newest meeting first. */
async function listAgendaItems(db: Kysely<Database>, measureId: string): Promise<AgendaItemOnMeasure[]> {
  const items = await db
    .selectFrom('agendaItemMeasure')
    .innerJoin('agendaItem', 'agendaItem.id', 'agendaItemMeasure.agendaItemId')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select(['agendaItem.id', 'agendaItem.position', 'agendaItem.kind', 'agendaItem.title', 'agendaItem.isDemo'])
    .select(['meeting.id as meetingId', 'meeting.title as meetingTitle', 'meeting.startsAt'])
    .select(eb => eb('meeting.status', '<>', 'planned').as('isHeld'))
    .where('agendaItemMeasure.measureId', '=', measureId)
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('agendaItem.position')
    .execute()
  return items.map(item => ({ ...item, isHeld: Boolean(item.isHeld) }))
}
