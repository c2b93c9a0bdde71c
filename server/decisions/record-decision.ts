import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { addAction } from '../actions/add-action'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { lockMeeting } from '../meetings/lock-meeting'
import { MEETING_TIME_ZONE } from '../meetings/meeting.shared'
import { applyEffect } from './apply-effect'
import { checkCorrectable } from './corrections'
import { type RecordDecisionInput, registerNumber } from './decision.shared'
import { mayRecordDecision } from './decision-access.shared'
import { freezeTabledTexts } from './freeze-tabled-texts'
import { takeNextNumber } from './next-number'
import { recordEffects } from './record-effects'

/** Where a decision stands in the register. */
export interface RecordedDecision {
  id: string
  year: number
  number: number
}

/**
 * Records what a meeting decided: freezes the texts that lay on the table, and gives the decision its number in the register
 * of the year of the meeting. What it changes is put beside it, and applied at once where that was asked and can be. What is
 * recorded stands; a correction is another decision, or a signed erratum. Sent again with the same `decisionId`, it answers
 * with the decision that stands.
 * @throws DomainError `not-found` for an agenda item, body (`reservations`) or measure (`measureIds`, `effects`) that the
 *   actor cannot see, and for the decision that it corrects (`correctsId`); `invalid` `person-without-mandate` for an action; `forbidden` for whom is not a coordinator, and once the minutes are approved; `conflict`, `text-moved`
 *   (`measureIds`) when a text says something else than the coordinator saw
 */
export async function recordDecision(
  trx: Transaction<Database>,
  actor: Actor,
  input: RecordDecisionInput,
): Promise<RecordedDecision> {
  const item = await readItem(trx, input.agendaItemId)
  const meeting = await lockMeeting(trx, actor, item.meetingId)
  if (!mayRecordDecision(actor, meeting)) throw new DomainError('forbidden')
  const standing = await readStanding(trx, actor, input.decisionId)
  if (standing) return standing

  await checkBodies(
    trx,
    input.reservations.map(reservation => reservation.bodyId),
  )
  const corrected = input.correctsId ? await checkCorrectable(trx, actor, input.correctsId) : null
  const texts = await freezeTabledTexts(trx, actor, input)
  const year = Number(item.date.slice(0, 4))
  const number = await takeNextNumber(trx, { groupId: actor.groupId, year })
  const decision = {
    id: input.decisionId,
    year,
    number,
    title: input.title || item.title,
    text: input.text,
    result: input.result,
    reachedBy: wayOf(input),
    decidedOn: item.date,
  }
  await trx
    .insertInto('decision')
    .values({
      ...decision,
      groupId: actor.groupId,
      meetingId: meeting.id,
      agendaItemId: input.agendaItemId,
      correctsId: corrected?.id ?? null,
      recordedBy: actor.mandate.id,
    })
    .execute()
  await insertParts(trx, input, texts)
  await recordActivity(trx, actor, {
    verb: 'decision.recorded',
    subjectType: 'decision',
    subjectId: decision.id,
    topics: [...topicsOf(decision.id, meeting.id, texts), ...(corrected ? [`decision:${corrected.id}`] : [])],
    after: {
      register: registerNumber(decision),
      title: decision.title,
      result: decision.result,
      texts,
      ...(corrected && { corrects: registerNumber(corrected) }),
    },
  })
  await followUp(trx, actor, input)
  return { id: decision.id, year, number }
}

/** What it changes, at once where that was asked and can be, and what it gives to do. */
async function followUp(trx: Transaction<Database>, actor: Actor, input: RecordDecisionInput): Promise<void> {
  const { decisionId, effects, actions } = input
  const ids = await recordEffects(trx, actor, { decisionId, effects })
  const [measureId, other] = input.measureIds
  for (const action of actions) {
    await addAction(trx, actor, { ...action, decisionId, measureId: other ? undefined : measureId })
  }
  for (const [index, effectId] of ids.entries()) {
    if (effects[index]?.applyNow) await applyEffect(trx, actor, { effectId })
  }
}

type FrozenText = { measureId: string; documentVersionId: string }

async function readItem(trx: Transaction<Database>, agendaItemId: string) {
  const item = await trx
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select(['meetingId', 'agendaItem.title'])
    .select(sql<string>`(meeting.starts_at at time zone ${MEETING_TIME_ZONE})::date`.as('date'))
    .where('agendaItem.id', '=', agendaItemId)
    .executeTakeFirst()
  if (!item) throw new DomainError('not-found')
  return item
}

async function readStanding(
  trx: Transaction<Database>,
  actor: Actor,
  decisionId: string,
): Promise<RecordedDecision | undefined> {
  const decision = await trx
    .selectFrom('decision')
    .select(['id', 'year', 'number', 'groupId'])
    .where('id', '=', decisionId)
    .executeTakeFirst()
  if (decision && decision.groupId !== actor.groupId) throw new DomainError('not-found')
  return decision && { id: decision.id, year: decision.year, number: decision.number }
}

async function checkBodies(trx: Transaction<Database>, bodyIds: string[]): Promise<void> {
  const asked = [...new Set(bodyIds)]
  if (asked.length === 0) return
  const found = await trx.selectFrom('body').select('id').where('id', 'in', asked).execute()
  if (found.length < asked.length) throw new DomainError('not-found', 'choose-one', 'reservations')
}

/** Consensus to which somebody made a reservation is consensus with reservations, whatever was ticked. */
const wayOf = ({ reachedBy, reservations }: RecordDecisionInput) =>
  reachedBy === 'consensus' && reservations.length > 0 ? 'consensus-with-reservations' : reachedBy

async function insertParts(
  trx: Transaction<Database>,
  { decisionId, reservations }: RecordDecisionInput,
  texts: FrozenText[],
) {
  if (texts.length > 0) {
    const pins = texts.map(text => ({ ...text, decisionId }))
    await trx.insertInto('decisionMeasure').values(pins).execute()
  }
  if (reservations.length > 0) {
    const rows = reservations.map(({ bodyId, text }) => ({ decisionId, bodyId, text }))
    await trx.insertInto('decisionReservation').values(rows).execute()
  }
}

const topicsOf = (decisionId: string, meetingId: string, texts: FrozenText[]) => [
  `decision:${decisionId}`,
  'decisions',
  `meeting:${meetingId}`,
  'meetings',
  ...texts.map(text => `measure:${text.measureId}`),
  ...(texts.length > 0 ? ['measures'] : []),
]
