import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { readTextStates } from '../documents/text-states'
import type { DecidedMeasure, Reservation } from './decision-list.shared'

/** @returns what decisions were about, and whether each text still says what it said; by decision */
export async function readDecidedMeasures(
  db: Kysely<Database>,
  decisionIds: string[],
): Promise<Map<string, DecidedMeasure[]>> {
  if (decisionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('decisionMeasure')
    .innerJoin('measure', 'measure.id', 'decisionMeasure.measureId')
    .innerJoin('documentVersion', 'documentVersion.id', 'decisionMeasure.documentVersionId')
    .select(['decisionId', 'measure.id', 'measure.number', 'measure.title', 'measure.documentId'])
    .select(['documentVersion.number as version', 'documentVersion.hash'])
    .where('decisionId', 'in', decisionIds)
    .orderBy('measure.number')
    .orderBy('measure.title')
    .execute()
  const states = await readTextStates(db, [...new Set(rows.map(row => row.documentId))])
  return byDecision(
    rows.map(({ documentId, hash, ...row }) => ({ ...row, isMoved: states.get(documentId)?.hash !== hash })),
  )
}

/** @returns who had a reservation to decisions; by decision */
export async function readReservations(
  db: Kysely<Database>,
  decisionIds: string[],
): Promise<Map<string, Reservation[]>> {
  if (decisionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('decisionReservation')
    .innerJoin('body', 'body.id', 'decisionReservation.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['decisionId', 'decisionReservation.id', 'decisionReservation.text'])
    .select(['body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .where('decisionId', 'in', decisionIds)
    .orderBy('body.code')
    .execute()
  return byDecision(
    rows.map(({ decisionId, id, text, bodyId, ...body }) => ({ decisionId, id, text, body: { id: bodyId, ...body } })),
  )
}

function byDecision<Row extends { decisionId: string }>(rows: Row[]): Map<string, Omit<Row, 'decisionId'>[]> {
  const groups = new Map<string, Omit<Row, 'decisionId'>[]>()
  for (const { decisionId, ...row } of rows) groups.set(decisionId, [...(groups.get(decisionId) ?? []), row])
  return groups
}
