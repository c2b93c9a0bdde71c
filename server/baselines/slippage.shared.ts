import type { BodyMark } from '../bodies/body.shared'
import {
  type Horizon,
  type HorizonRange,
  horizonRange,
  type Level,
  type MeasureStatus,
} from '../measures/measure.shared'
import { milestoneDate } from '../measures/milestone.shared'
import { type Shift, shiftBetween } from '../measures/partial-date.shared'

/** A measure as a baseline froze it, or as it is. */
export interface FrozenMeasure {
  id: string
  number: number | null
  title: string
  level: Level
  status: MeasureStatus
  priority: { id: string; position: number; title: string }
  axis: { id: string; name: string } | null
  horizonFrom: Horizon | null
  horizonTo: Horizon | null
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' */
  startsOn: string | null
  endsOn: string | null
  lead: BodyMark | null
  /** equal texts have an equal hash; `version` is the frozen one */
  text: { hash: string; version: number | null }
  milestones: FrozenMilestone[]
}

export interface FrozenMilestone {
  id: string
  label: string
  plannedFor: string | null
  reachedOn: string | null
  isDropped: boolean
}

/** What a slip is about: when something comes, who carries it, or what it is. */
export type SlipKind = 'date' | 'lead' | 'scope'

interface OfMilestone {
  milestoneId: string
  label: string
}

/** One thing that is otherwise than the baseline has it. */
export type Slip =
  | ({
      kind: 'date'
      what: 'milestone'
      was: string | null
      now: string
      shift: Shift | null
      isReached: boolean
    } & OfMilestone)
  | ({ kind: 'date'; what: 'milestone-dropped'; was: string | null } & OfMilestone)
  | ({ kind: 'scope'; what: 'milestone-added'; now: string; isReached: boolean } & OfMilestone)
  | ({ kind: 'scope'; what: 'milestone-removed'; was: string | null } & OfMilestone)
  | { kind: 'date'; what: 'starts' | 'ends'; was: string | null; now: string | null; shift: Shift | null }
  | { kind: 'date'; what: 'horizon'; was: HorizonRange | null; now: HorizonRange | null }
  | { kind: 'lead'; what: 'lead'; was: BodyMark | null; now: BodyMark | null }
  | { kind: 'scope'; what: 'title'; was: string; now: string }
  | { kind: 'scope'; what: 'level'; was: Level; now: Level }
  | { kind: 'scope'; what: 'priority'; was: FrozenMeasure['priority']; now: FrozenMeasure['priority'] }
  | { kind: 'scope'; what: 'axis'; was: string | null; now: string | null }
  | { kind: 'scope'; what: 'text'; was: number | null }
  | { kind: 'scope'; what: 'stopped' | 'resumed' | 'added' | 'removed' }

/**
 * Holds a measure against how it was frozen. Dates first, then who leads, then what it is.
 * @param was null: it came after the baseline @param now null: it is in the plan no more
 * @returns nothing where the measure is as it was
 */
export function slipsOf(was: FrozenMeasure | null, now: FrozenMeasure | null): Slip[] {
  if (!was) return now ? [{ kind: 'scope', what: 'added' }] : []
  if (!now) return [{ kind: 'scope', what: 'removed' }]
  return [...dateSlips(was, now), ...milestoneSlips(was, now), ...leadSlips(was, now), ...scopeSlips(was, now)]
}

function dateSlips(was: FrozenMeasure, now: FrozenMeasure): Slip[] {
  const slips: Slip[] = []
  for (const what of ['starts', 'ends'] as const) {
    const [before, after] = [was[`${what}On`], now[`${what}On`]]
    const shift = before && after ? shiftBetween(before, after) : null
    // To say within what was said more precisely when, is not to slip.
    if (before === after || shift?.direction === 'narrowed') continue
    slips.push({ kind: 'date', what, was: before, now: after, shift })
  }
  const [before, after] = [horizonRange(was), horizonRange(now)]
  if (before !== after) slips.push({ kind: 'date', what: 'horizon', was: before, now: after })
  return slips
}

function milestoneSlips(was: FrozenMeasure, now: FrozenMeasure): Slip[] {
  const known = new Map(was.milestones.map(milestone => [milestone.id, milestone]))
  const current = new Set(now.milestones.map(milestone => milestone.id))
  const gone = was.milestones
    .filter(({ id, isDropped }) => !current.has(id) && !isDropped)
    .map((one): Slip => ({ kind: 'scope', what: 'milestone-removed', ...named(one), was: milestoneDate(one) }))
  return [...now.milestones.flatMap(milestone => milestoneSlip(known.get(milestone.id), milestone)), ...gone]
}

function milestoneSlip(was: FrozenMilestone | undefined, now: FrozenMilestone): Slip[] {
  const date = milestoneDate(now)
  const isReached = now.reachedOn !== null
  if (!was) {
    // What came and went after the baseline is neither here nor there.
    if (now.isDropped || date === null) return []
    return [{ kind: 'scope', what: 'milestone-added', ...named(now), now: date, isReached }]
  }
  const before = milestoneDate(was)
  if (now.isDropped && !was.isDropped) {
    return [{ kind: 'date', what: 'milestone-dropped', ...named(now), was: before }]
  }
  if (now.isDropped || date === null || date === before) return []
  const shift = before === null ? null : shiftBetween(before, date)
  if (shift?.direction === 'narrowed') return []
  return [{ kind: 'date', what: 'milestone', ...named(now), was: before, now: date, shift, isReached }]
}

const named = ({ id, label }: FrozenMilestone): OfMilestone => ({ milestoneId: id, label })

const leadSlips = ({ lead: was }: FrozenMeasure, { lead: now }: FrozenMeasure): Slip[] =>
  was?.id === now?.id ? [] : [{ kind: 'lead', what: 'lead', was, now }]

function scopeSlips(was: FrozenMeasure, now: FrozenMeasure): Slip[] {
  const slips: Slip[] = []
  const kind = 'scope'
  if (was.status !== 'stopped' && now.status === 'stopped') slips.push({ kind, what: 'stopped' })
  if (was.status === 'stopped' && now.status !== 'stopped') slips.push({ kind, what: 'resumed' })
  if (was.title !== now.title) slips.push({ kind, what: 'title', was: was.title, now: now.title })
  if (was.level !== now.level) slips.push({ kind, what: 'level', was: was.level, now: now.level })
  if (was.priority.id !== now.priority.id) {
    slips.push({ kind, what: 'priority', was: was.priority, now: now.priority })
  }
  if (was.axis?.id !== now.axis?.id) {
    slips.push({ kind, what: 'axis', was: was.axis?.name ?? null, now: now.axis?.name ?? null })
  }
  if (was.text.hash !== now.text.hash) slips.push({ kind, what: 'text', was: was.text.version })
  return slips
}

/** A milestone on the line of time: where it was planned, where it is, and how far that is. */
export interface MilestoneOnLine {
  id: string
  label: string
  /** null: the baseline does not have it */
  was: string | null
  now: string | null
  shift: Shift | null
  isReached: boolean
  isDropped: boolean
}

/** @returns every milestone that stands then or now, moved or not, for a picture of them all */
export function milestonesOnLine(was: FrozenMeasure | null, now: FrozenMeasure | null): MilestoneOnLine[] {
  const known = new Map((was?.milestones ?? []).map(milestone => [milestone.id, milestone]))
  const current = now?.milestones ?? []
  const gone = [...known.values()].filter(({ id }) => !current.some(milestone => milestone.id === id))
  return [...current, ...gone].map(milestone => {
    const before = known.get(milestone.id)
    const thenDate = before ? milestoneDate(before) : null
    const nowDate = gone.includes(milestone) ? null : milestoneDate(milestone)
    return {
      id: milestone.id,
      label: milestone.label,
      was: thenDate,
      now: nowDate,
      shift: thenDate && nowDate ? shiftBetween(thenDate, nowDate) : null,
      isReached: milestone.reachedOn !== null,
      isDropped: milestone.isDropped,
    }
  })
}

/** A measure with all that is otherwise than the baseline has it. */
export interface MeasureSlippage {
  measureId: string
  number: number | null
  title: string
  /** false: it is in the plan no more, and has no page */
  isInPlan: boolean
  priorityPosition: number
  priorityTitle: string
  lead: BodyMark | null
  slips: Slip[]
  milestones: MilestoneOnLine[]
}

export function measureSlippage(was: FrozenMeasure | null, now: FrozenMeasure | null): MeasureSlippage {
  const { id, number, title, priority, lead } = (now ?? was) as FrozenMeasure
  return {
    measureId: id,
    number,
    title,
    isInPlan: now !== null,
    priorityPosition: priority.position,
    priorityTitle: priority.title,
    lead,
    slips: slipsOf(was, now),
    milestones: milestonesOnLine(was, now),
  }
}

/** A plan held against one of its baselines. */
export interface PlanSlippage {
  baseline: { id: string; number: number; name: string; datedOn: string }
  /** every measure of now in the plan's order, then those that are in it no more; one that did not slip has no slips */
  measures: MeasureSlippage[]
}
