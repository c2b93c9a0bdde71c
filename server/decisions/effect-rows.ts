import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { servedConditions } from '../positions/served-conditions'
import type { Effect, EffectStepLine, EffectToApply } from './effect.shared'

/** For a query over effects: still to be done. */
export const isToApply = sql<boolean>`effect.state in ('to-apply', 'asked')`

/** For a query over effects: still to be done, and its day is past. What has no day is never late. */
export const isOverdueEffect = sql<boolean>`coalesce(effect.state in ('to-apply', 'asked') and effect.due_on < ${today}, false)`

/** Effects of the decisions of the actor's group; to be narrowed and put in order. */
export const effectRows = (db: Kysely<Database>, { groupId }: Pick<Actor, 'groupId'>) =>
  db
    .selectFrom('effect')
    .innerJoin('decision', 'decision.id', 'effect.decisionId')
    .leftJoin('measure', 'measure.id', 'effect.measureId')
    .leftJoin('milestone', 'milestone.id', 'effect.milestoneId')
    .leftJoin('body', 'body.id', 'effect.bodyId')
    .leftJoin('sector', 'sector.id', 'body.sectorId')
    .where('decision.groupId', '=', groupId)

/** Who leads the measure of an effect. */
const leadCode = sql<
  string | null
>`(select lead_body.code from responsibility r join body lead_body on lead_body.id = r.body_id
  where r.measure_id = effect.measure_id and r.role = 'lead' and r.state = 'accepted')`

/** @returns those effects, each with what it is now and what became of it */
export async function readEffects(db: Kysely<Database>, rows: ReturnType<typeof effectRows>): Promise<EffectToApply[]> {
  const effects = await rows
    .select(['effect.id', 'effect.kind', 'effect.state', 'effect.dueOn', isOverdueEffect.as('isOverdue')])
    .select(['effect.isDemo', 'effect.payload', 'effect.decisionId', 'decision.year', 'decision.number'])
    .select(['decision.title as decisionTitle', 'measure.id as measureId', 'measure.title as measureTitle'])
    .select(['measure.status', 'measure.startsOn', 'measure.endsOn', 'milestone.id as milestoneId'])
    .select(['milestone.label', 'milestone.plannedFor', 'body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .select([leadCode.as('lead'), servedConditions('effect').as('serves')])
    .execute()
  const steps = await readSteps(
    db,
    effects.map(effect => effect.id),
  )
  return effects.map(row => {
    const { measureId, measureTitle, milestoneId, label, bodyId, code, name, colour } = row
    const { id, decisionId, kind, state, dueOn, isOverdue, isDemo, payload, serves } = row
    const of = payload as Payload
    const ofEffect = steps.get(id)
    return {
      ...{ id, decisionId, kind, state, dueOn, isOverdue, isDemo, serves },
      decision: { id: decisionId, year: row.year, number: row.number, title: row.decisionTitle },
      measure: measureId ? { id: measureId, title: measureTitle ?? '', status: row.status ?? 'unknown' } : null,
      body: bodyId ? { id: bodyId, code: code ?? '', name: name ?? '', colour: colour ?? 1 } : null,
      milestone: milestoneId ? { id: milestoneId, label: label ?? '' } : null,
      status: of.status ?? null,
      dateOf: of.field ?? null,
      date: of.date ?? null,
      passage: of.passage ?? null,
      words: of.wording ?? of.question ?? null,
      now: nowOf({ ...row, field: of.field }),
      before: ofEffect?.before ?? null,
      steps: ofEffect?.lines ?? [],
    }
  })
}

/** All that the payloads of the kinds may hold. */
interface Payload {
  status?: Effect['status']
  field?: 'startsOn' | 'endsOn' | 'milestone'
  date?: string
  passage?: string
  wording?: string
  question?: string
}

interface Standing {
  kind: Effect['kind']
  field: Payload['field']
  status: string | null
  startsOn: string | null
  endsOn: string | null
  plannedFor: string | null
  lead: string | null
}

function nowOf({ kind, field, status, plannedFor, lead, ...dates }: Standing): string | null {
  if (kind === 'set-status') return status
  if (kind === 'set-lead') return lead
  if (kind !== 'set-date' || !field) return null
  return field === 'milestone' ? plannedFor : dates[field]
}

interface Taken {
  lines: EffectStepLine[]
  /** how it was before it was asked or applied */
  before: string | null
}

async function readSteps(db: Kysely<Database>, effectIds: string[]): Promise<Map<string, Taken>> {
  const byEffect = new Map<string, Taken>()
  if (effectIds.length === 0) return byEffect
  const rows = await db
    .selectFrom('effectStep')
    .leftJoin('mandate', 'mandate.id', 'effectStep.mandateId')
    .leftJoin('body', 'body.id', 'mandate.bodyId')
    .select(['effectId', 'step', 'reason', 'before', 'body.code as byCode', 'at', 'actionItemId'])
    .where('effectId', 'in', effectIds)
    .orderBy('effectStep.id')
    .execute()
  for (const { effectId, before, ...line } of rows) {
    const taken = byEffect.get(effectId) ?? { lines: [], before: null }
    taken.lines.push(line)
    taken.before = (before as { value: string | null } | null)?.value ?? taken.before
    byEffect.set(effectId, taken)
  }
  return byEffect
}
