import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { decisionResults, decisionWays, lookUp } from './codes'
import type { Ids } from './seed-bodies'
import type { SeededMeasure } from './seed-measures'
import type { SeededMeeting } from './seed-meetings'

/** What a text says at one moment, in the forms that a version keeps; made from a Yjs update (v1). */
export type Freeze = (state: Uint8Array) => { json: object; text: string; html: string; hash: string }

interface Decided {
  groupId: string
  bodyIds: Ids
  measures: SeededMeasure[]
  meetings: SeededMeeting[]
  freeze: Freeze
}

/**
 * What the demo meetings decided, in the register, each on a frozen version of the texts it is about.
 * @returns their ids, by the id that the source files use
 */
export async function seedDecisions(trx: Transaction<Database>, decided: Decided): Promise<Ids> {
  const { groupId, bodyIds } = decided
  const { decisions, lastNumbers } = numberDecisions(decided.meetings)
  await trx
    .insertInto('decisionRegister')
    .values(Object.entries(lastNumbers).map(([year, lastNumber]) => ({ groupId, year: Number(year), lastNumber })))
    .execute()
  await trx
    .insertInto('decision')
    .values(decisions.map(({ row }) => ({ ...row, groupId, isDemo: true })))
    .execute()
  await trx
    .insertInto('decisionReservation')
    .values(
      decisions.flatMap(({ row, reservations }) =>
        reservations.map(({ sectorId, text }) => ({ decisionId: row.id, bodyId: lookUp(bodyIds, sectorId), text })),
      ),
    )
    .execute()
  const measureIds = new Set(decisions.flatMap(decision => decision.measureIds))
  const frozen = await freezeTexts(
    trx,
    decided.measures.filter(measure => measureIds.has(measure.source.id)),
    decided.freeze,
  )
  await trx
    .insertInto('decisionMeasure')
    .values(
      decisions.flatMap(({ row, measureIds }) =>
        measureIds.map(measure => ({ decisionId: row.id, ...lookUp(frozen, measure) })),
      ),
    )
    .execute()
  return Object.fromEntries(decisions.map(({ row, sourceId }) => [sourceId, row.id]))
}

/** Gives every decision its number: per year, in the order in which they were taken. */
function numberDecisions(meetings: SeededMeeting[]) {
  const lastNumbers: Record<string, number> = {}
  const decisions = meetings.flatMap(meeting =>
    meeting.agenda.flatMap(({ id: agendaItemId, source: { title, measureIds, decision } }) => {
      if (!decision) return []
      const { date } = meeting.source
      const year = Number(date.slice(0, 4))
      const number = (lastNumbers[year] ?? 0) + 1
      lastNumbers[year] = number
      const row = {
        id: randomUUID(),
        year,
        number,
        meetingId: meeting.id,
        agendaItemId,
        title,
        text: decision.text,
        result: lookUp(decisionResults, decision.result),
        reachedBy: lookUp(decisionWays, decision.reachedBy),
        decidedOn: date,
      }
      return [{ row, sourceId: decision.id, measureIds, reservations: decision.reservations }]
    }),
  )
  return { decisions, lastNumbers }
}

/** @returns the measure and its first version, by the id that the source files use */
async function freezeTexts(trx: Transaction<Database>, measures: SeededMeasure[], freeze: Freeze) {
  const frozen = measures.map(measure => ({ ...measure, versionId: randomUUID() }))
  await trx
    .insertInto('documentVersion')
    .values(
      frozen.map(({ versionId, documentId, text: { state } }) => {
        const { json, text, html, hash } = freeze(state)
        return {
          id: versionId,
          documentId,
          number: 1,
          reason: 'decision' as const,
          seq: 1,
          state: Buffer.from(state),
          json: JSON.stringify(json),
          text,
          html,
          hash,
        }
      }),
    )
    .execute()
  return Object.fromEntries(
    frozen.map(({ id, versionId, source }) => [source.id, { measureId: id, documentVersionId: versionId }]),
  )
}
