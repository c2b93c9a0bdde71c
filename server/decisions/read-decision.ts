import type { JSONContent } from '@tiptap/core'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { readContent } from '../documents/read-content'
import { readTextStates } from '../documents/text-states'
import { DomainError } from '../errors'
import { servedConditions } from '../positions/served-conditions'
import { readCorrections, uncorrected } from './corrections'
import { readReservations } from './decided-measures'
import type { ComparedMeasure, DecisionDetail, Erratum } from './decision-detail.shared'
import type { NamedDecision } from './decision-list.shared'

/**
 * Reads a decision with the texts it was taken on beside what they say at this moment.
 * @throws DomainError `not-found` for a decision of another group
 */
export async function readDecision(db: Kysely<Database>, actor: Actor, id: string): Promise<DecisionDetail> {
  const { itemId, position, ...decision } = await findDecision(db, actor, id)
  const [measures, reservations, errata, related, corrections] = await Promise.all([
    readComparedMeasures(db, id),
    readReservations(db, [id]),
    listErrata(db, id),
    listRelated(db, id),
    readCorrections(db, [id]),
  ])
  return {
    ...decision,
    ...(corrections.get(id) ?? uncorrected),
    agendaItem: itemId && position ? { id: itemId, position } : null,
    measures,
    reservations: reservations.get(id) ?? [],
    errata,
    related,
  }
}

async function findDecision(db: Kysely<Database>, actor: Actor, id: string) {
  if (!z.guid().safeParse(id).success) throw new DomainError('not-found')
  const decision = await db
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .leftJoin('agendaItem', 'agendaItem.id', 'decision.agendaItemId')
    .leftJoin('mandate', 'mandate.id', 'decision.recordedBy')
    .leftJoin('body', 'body.id', 'mandate.bodyId')
    .select(['decision.id', 'year', 'decision.number', 'decision.title', 'decision.text', 'result', 'reachedBy'])
    .select(['decidedOn', 'recordedAt', 'decision.isDemo', 'decision.meetingId', 'meeting.title as meetingTitle'])
    .select(['agendaItem.id as itemId', 'agendaItem.position', 'body.code as recordedFor'])
    .select(servedConditions('decision').as('serves'))
    .where('decision.id', '=', id)
    .where('decision.groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!decision) throw new DomainError('not-found')
  return decision
}

async function readComparedMeasures(db: Kysely<Database>, decisionId: string): Promise<ComparedMeasure[]> {
  const rows = await db
    .selectFrom('decisionMeasure')
    .innerJoin('measure', 'measure.id', 'decisionMeasure.measureId')
    .innerJoin('documentVersion', 'documentVersion.id', 'decisionMeasure.documentVersionId')
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.documentId', 'documentVersion.hash'])
    .select(['documentVersion.number as version', 'documentVersion.createdAt as frozenAt', 'documentVersion.json'])
    .where('decisionId', '=', decisionId)
    .orderBy('measure.number')
    .orderBy('measure.title')
    .execute()
  const states = await readTextStates(
    db,
    rows.map(row => row.documentId),
  )
  return Promise.all(
    rows.map(async ({ documentId, hash, json, ...row }) => {
      const now = await readContent(db, documentId)
      const state = states.get(documentId)!
      return {
        ...row,
        textThen: json as JSONContent,
        textNow: now.json,
        isMoved: now.hash !== hash,
        changedAt: state.changedAt,
        newestVersion: state.version?.number ?? row.version,
      }
    }),
  )
}

async function listErrata(db: Kysely<Database>, decisionId: string): Promise<Erratum[]> {
  return db
    .selectFrom('decisionErratum')
    .innerJoin('mandate', 'mandate.id', 'decisionErratum.mandateId')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .select(['decisionErratum.id', 'text', 'signedAt', 'person.name as personName', 'body.code as bodyCode'])
    .where('decisionId', '=', decisionId)
    .orderBy('signedAt')
    .execute()
}

/** The other decisions about the same measures, the newest first. */
async function listRelated(db: Kysely<Database>, decisionId: string): Promise<NamedDecision[]> {
  return db
    .selectFrom('decision')
    .select(['id', 'year', 'number', 'title'])
    .where('id', '!=', decisionId)
    .where('id', 'in', eb =>
      eb
        .selectFrom('decisionMeasure as mine')
        .innerJoin('decisionMeasure as other', 'other.measureId', 'mine.measureId')
        .select('other.decisionId')
        .where('mine.decisionId', '=', decisionId),
    )
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(10)
    .execute()
}
