import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import type { SilenceMeaning, Stance } from '../schema/vocabulary'
import { lookUp } from './codes'
import demo from './positions.json'
import type { Ids } from './seed-bodies'
import type { Freeze } from './seed-decisions'
import type { SeededMeasure } from './seed-measures'
import { ago } from './seed-progress'
import { seedLaterText } from './seed-texts'
import { sourceBodies } from './source'

interface Positioned {
  groupId: string
  measures: SeededMeasure[]
  bodyIds: Ids
  /** the mandate of who speaks for a body, by its code */
  speakers: Ids
  coordinatorMandateId: string
  freeze: Freeze
}

interface SourceRound {
  title: string
  question: string
  measure: string
  silence: string
  openedDaysAgo: number
  /** negative: it closed so many days ago */
  closesInDays: number
  bodies: string[]
  positions: SourcePosition[]
  /** what the coordinator wrote in the text since: positions on what it said before are stale */
  later?: { daysAgo: number; paragraph: string }
  drafts?: { body: string; daysAgo: number; stance: string; reason: string; conditions: string[] }[]
}

interface SourcePosition {
  body: string
  daysAgo: number
  stance: string
  reason: string
  untilInDays?: number
  conditions?: { text: string; met?: { daysAgo: number; reason: string } }[]
}

const rounds: SourceRound[] = demo.rounds
type Place = { roundId: string; measureId: string; documentVersionId: string }

/** Two invented rounds of positions, one closed since when the text changed and one open, with conditions and a draft. */
export async function seedPositions(trx: Transaction<Database>, positioned: Positioned): Promise<void> {
  for (const round of rounds) await seedRound(trx, positioned, round)
}

async function seedRound(trx: Transaction<Database>, positioned: Positioned, round: SourceRound): Promise<void> {
  const { groupId, measures, bodyIds, coordinatorMandateId: mandateId } = positioned
  const measure = measures.find(one => one.source.id === round.measure)
  if (!measure) throw new Error(`The demo asks for positions on an unknown measure '${round.measure}'`)
  const roundId = randomUUID()
  const measureId = measure.id
  const documentVersionId = await freezeText(trx, measure, { freeze: positioned.freeze, mandateId })
  const closesAt = ago(-round.closesInDays)
  const isClosed = round.closesInDays < 0
  await trx
    .insertInto('positionRound')
    .values({
      id: roundId,
      groupId,
      title: round.title,
      question: round.question,
      closesAt,
      silenceMeans: round.silence as SilenceMeaning,
      openedBy: mandateId,
      openedAt: ago(round.openedDaysAgo),
      closedAt: isClosed ? closesAt : null,
      isDemo: true,
    })
    .execute()
  await trx.insertInto('positionRoundMeasure').values({ roundId, measureId, documentVersionId }).execute()
  await trx
    .insertInto('positionRoundBody')
    .values(round.bodies.map(body => ({ roundId, bodyId: lookUp(bodyIds, body) })))
    .execute()
  const place = { roundId, measureId, documentVersionId }
  await seedTaken(trx, positioned, { round, place })
  await seedDrafts(trx, positioned, { round, place })
  if (round.later) await seedLaterText(trx, measure, { ...round.later, mandateId })
  const silent = round.bodies.filter(body => !round.positions.some(position => position.body === body))
  if (isClosed && silent.length > 0) {
    await trx
      .insertInto('positionSilence')
      .values(
        silent.map(body => ({
          roundId,
          measureId,
          bodyId: lookUp(bodyIds, body),
          meaning: round.silence as SilenceMeaning,
        })),
      )
      .execute()
  }
}

/** @returns the version that a decision was taken on; a new first one where there is none */
async function freezeText(
  trx: Transaction<Database>,
  { documentId, text }: SeededMeasure,
  { freeze, mandateId }: { freeze: Freeze; mandateId: string },
): Promise<string> {
  const known = await trx
    .selectFrom('documentVersion')
    .select('id')
    .where('documentId', '=', documentId)
    .executeTakeFirst()
  if (known) return known.id
  const id = randomUUID()
  const { json, text: words, html, hash } = freeze(text.state)
  await trx
    .insertInto('documentVersion')
    .values({
      id,
      documentId,
      number: 1,
      reason: 'round-opened',
      seq: 1,
      state: Buffer.from(text.state),
      json: JSON.stringify(json),
      text: words,
      html,
      hash,
      mandateId,
    })
    .execute()
  return id
}

const codes = Object.fromEntries(sourceBodies.map(body => [body.id, body.code]))
const day = (days: number) => ago(-days).toISOString().slice(0, 10)

async function seedTaken(
  trx: Transaction<Database>,
  { bodyIds, speakers }: Positioned,
  { round, place }: { round: SourceRound; place: Place },
): Promise<void> {
  const taken = round.positions.map(position => ({
    ...position,
    id: randomUUID(),
    bodyId: lookUp(bodyIds, position.body),
    mandateId: lookUp(speakers, lookUp(codes, position.body)),
    takenAt: ago(position.daysAgo),
  }))
  await trx
    .insertInto('position')
    .values(
      taken.map(({ id, bodyId, mandateId, takenAt, stance, reason, ...position }) => ({
        ...place,
        id,
        bodyId,
        mandateId,
        takenAt,
        stance: stance as Stance,
        reason,
        until: position.untilInDays === undefined ? null : day(position.untilInDays),
        isDemo: true,
      })),
    )
    .execute()
  const conditions = taken.flatMap(({ conditions = [], ...position }) =>
    conditions.map((condition, index) => ({ ...condition, id: randomUUID(), position, place: index + 1 })),
  )
  await trx
    .insertInto('condition')
    .values(
      conditions.map(({ id, text, position }) => ({
        id,
        text,
        measureId: place.measureId,
        bodyId: position.bodyId,
        positionId: position.id,
        raisedAt: position.takenAt,
        isDemo: true,
      })),
    )
    .execute()
  await trx
    .insertInto('positionCondition')
    .values(conditions.map(({ id, position, place }) => ({ positionId: position.id, conditionId: id, place })))
    .execute()
  const met = conditions.flatMap(({ id, position, met }) =>
    met ? [{ id, mandateId: position.mandateId, ...met }] : [],
  )
  if (met.length === 0) return
  await trx
    .insertInto('conditionStep')
    .values(
      met.map(({ id, mandateId, reason, daysAgo }) => ({
        conditionId: id,
        number: 1,
        step: 'met' as const,
        reason,
        mandateId,
        takenAt: ago(daysAgo),
        isDemo: true,
      })),
    )
    .execute()
}

async function seedDrafts(
  trx: Transaction<Database>,
  { bodyIds, speakers }: Positioned,
  { round, place: { roundId, measureId } }: { round: SourceRound; place: Place },
): Promise<void> {
  for (const { body, daysAgo, stance, reason, conditions } of round.drafts ?? []) {
    await trx
      .insertInto('positionDraft')
      .values({
        roundId,
        measureId,
        bodyId: lookUp(bodyIds, body),
        stance: stance as Stance,
        reason,
        conditions: JSON.stringify(conditions.map(text => ({ text }))),
        mandateId: lookUp(speakers, lookUp(codes, body)),
        savedAt: ago(daysAgo),
        isDemo: true,
      })
      .execute()
  }
}
