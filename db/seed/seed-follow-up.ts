import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { lookUp, measureStatuses } from './codes'
import demo from './follow-up.json'
import { seedActions } from './seed-actions'
import type { Ids } from './seed-bodies'
import type { SeededMeeting } from './seed-meetings'
import { ago } from './seed-progress'

export interface Followed {
  groupId: string
  bodyIds: Ids
  measureIds: Ids
  meetings: SeededMeeting[]
  /** by the id that the source files use */
  decisionIds: Ids
  coordinatorMandateId: string
}

/** What the demo decisions change and give to do: some of it done, some to come, some late; all of it invented. */
export async function seedFollowUp(trx: Transaction<Database>, followed: Followed): Promise<void> {
  await seedActions(trx, followed)
  const { bodyIds, measureIds, decisionIds, coordinatorMandateId: mandateId } = followed
  const effects = demo.effects.map((source, index) => ({
    id: randomUUID(),
    position: index + 1,
    source: source as SourceEffect,
  }))
  await trx
    .insertInto('effect')
    .values(
      effects.map(({ id, position, source }) => ({
        id,
        position,
        decisionId: lookUp(decisionIds, source.decision),
        kind: source.kind,
        measureId: lookUp(measureIds, source.measure),
        bodyId: source.body ? lookUp(bodyIds, source.body) : null,
        payload: JSON.stringify(payloadOf(source)),
        dueOn: source.dueDaysAgo === undefined ? null : dayAgo(source.dueDaysAgo),
        isDemo: true,
      })),
    )
    .execute()
  const settled = effects.filter(({ source }) => source.appliedDaysAfter !== undefined)
  await trx
    .insertInto('effectStep')
    .values(
      settled.map(({ id, source }) => ({
        effectId: id,
        step: source.dropped ? ('dropped' as const) : ('applied' as const),
        reason: source.dropped ?? null,
        before: source.before ? JSON.stringify({ value: lookUp(measureStatuses, source.before) }) : null,
        mandateId,
        at: after(dateOf(followed.meetings, source.decision), source.appliedDaysAfter ?? 0),
      })),
    )
    .execute()
}

interface SourceEffect {
  decision: string
  kind: 'set-status' | 'set-lead' | 'set-date' | 'set-wording'
  measure: string
  status?: string
  before?: string
  body?: string
  field?: string
  date?: string
  wording?: string
  dropped?: string
  appliedDaysAfter?: number
  dueDaysAgo?: number
}

function payloadOf({ kind, status, field, date, wording }: SourceEffect): object {
  if (kind === 'set-status') return { status: lookUp(measureStatuses, status ?? '') }
  if (kind === 'set-date') return { field, date }
  return kind === 'set-wording' ? { wording } : {}
}

const dayAgo = (days: number) => ago(days).toISOString().slice(0, 10)
const after = (day: string, days: number) => new Date(Date.parse(`${day}T10:00:00Z`) + days * 86_400_000)

/** When the meeting was held that took a decision. */
function dateOf(meetings: SeededMeeting[], decision: string): string {
  const meeting = meetings.find(({ agenda }) => agenda.some(({ source }) => source.decision?.id === decision))
  if (!meeting) throw new Error(`The seed knows no decision '${decision}'`)
  return meeting.source.date
}
