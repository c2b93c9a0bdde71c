import { describe, expect, test } from 'vitest'
import { type FrozenMeasure, type FrozenMilestone, measureSlippage, slipsOf } from '#server/baselines/slippage.shared'

const sport = { id: 'sport', code: 'SPORT', name: 'Sport Vlaanderen', colour: 3 }
const youth = { id: 'youth', code: 'CJM', name: 'Cultuur, jeugd en media', colour: 1 }

const measure = (values: Partial<FrozenMeasure> = {}): FrozenMeasure => ({
  id: 'm',
  number: 1,
  title: 'A measure',
  level: 'flemish',
  status: 'running',
  priority: { id: 'p1', position: 1, title: 'One' },
  axis: { id: 'x1', name: 'An axis' },
  horizonFrom: 'short',
  horizonTo: 'short',
  startsOn: null,
  endsOn: null,
  lead: sport,
  text: { hash: 'as it was', version: 2 },
  milestones: [],
  ...values,
})

const milestone = (values: Partial<FrozenMilestone> = {}): FrozenMilestone => ({
  id: 's',
  label: 'Launch',
  plannedFor: '2026-03',
  reachedOn: null,
  isDropped: false,
  ...values,
})

const slip = (was: Partial<FrozenMeasure>, now: Partial<FrozenMeasure>) => slipsOf(measure(was), measure(now))
const milestoneSlip = (was: Partial<FrozenMilestone>, now: Partial<FrozenMilestone>) =>
  slip({ milestones: [milestone(was)] }, { milestones: [milestone(now)] })

test('what is as it was has not slipped', () => {
  expect(slip({ milestones: [milestone()] }, { milestones: [milestone()] })).toEqual([])
  // How far it is, and the number of its newest version, are no slippage.
  expect(slip({}, { status: 'done', text: { hash: 'as it was', version: 9 }, number: 4 })).toEqual([])
})

test('what came or went since the baseline is scope', () => {
  expect(slipsOf(null, measure())).toEqual([{ kind: 'scope', what: 'added' }])
  expect(slipsOf(measure(), null)).toEqual([{ kind: 'scope', what: 'removed' }])
  expect(measureSlippage(measure(), null)).toMatchObject({ measureId: 'm', isInPlan: false, title: 'A measure' })
})

test.each<[string, Partial<FrozenMeasure>, object]>([
  ['title', { title: 'Another' }, { kind: 'scope', was: 'A measure', now: 'Another' }],
  ['level', { level: 'local' }, { kind: 'scope', was: 'flemish', now: 'local' }],
  ['priority', { priority: { id: 'p2', position: 2, title: 'Two' } }, { kind: 'scope', was: { position: 1 } }],
  ['axis', { axis: null }, { kind: 'scope', was: 'An axis', now: null }],
  ['text', { text: { hash: 'other', version: null } }, { kind: 'scope', was: 2 }],
  ['lead', { lead: youth }, { kind: 'lead', was: sport, now: youth }],
  ['lead', { lead: null }, { kind: 'lead', was: sport, now: null }],
  ['horizon', { horizonTo: 'long' }, { kind: 'date', was: 'short', now: 'short-long' }],
  ['stopped', { status: 'stopped' }, { kind: 'scope' }],
])('a change of %s is said with what it was and what it is', (what, now, expected) => {
  expect(slip({}, now)).toMatchObject([{ what, ...expected }])
})

test('the same priority under another title is the same', () => {
  expect(slip({}, { priority: { id: 'p1', position: 1, title: 'Uno' } })).toEqual([])
})

describe('a milestone', () => {
  test.each([
    ['2026-03', '2026-05', 'later', 'month', 2, 2],
    ['2026-03', '2026-01', 'earlier', 'month', -2, -2],
    ['2026-03-15', '2026-05', 'later', 'day', 47, 77],
    ['2026-12', '2027', 'later', 'month', 1, 12],
    ['2026-03', '2026', 'widened', 'month', -2, 9],
  ] as const)('planned for %s and now for %s is %s', (was, now, direction, unit, least, most) => {
    expect(milestoneSlip({ plannedFor: was }, { plannedFor: now })).toEqual([
      {
        kind: 'date',
        what: 'milestone',
        milestoneId: 's',
        label: 'Launch',
        was,
        now,
        shift: { direction, unit, least, most },
        isReached: false,
      },
    ])
  })

  test('has not slipped where it is only known more precisely', () => {
    expect(milestoneSlip({ plannedFor: '2026' }, { plannedFor: '2026-11' })).toEqual([])
    expect(milestoneSlip({ plannedFor: '2026' }, { reachedOn: '2026-11-12' })).toEqual([])
  })

  test('that was reached later than planned has slipped, for good', () => {
    expect(milestoneSlip({ plannedFor: '2026-03' }, { reachedOn: '2026-06' })).toMatchObject([
      { now: '2026-06', isReached: true, shift: { direction: 'later', unit: 'month', least: 3, most: 3 } },
    ])
  })

  test('that was reached then is where it was, whatever was planned', () => {
    const then = { plannedFor: '2025', reachedOn: '2026-02' }
    expect(milestoneSlip(then, { ...then, plannedFor: '2024' })).toEqual([])
  })

  test('that was dropped, added or lost since is said as that', () => {
    expect(milestoneSlip({}, { isDropped: true })).toMatchObject([{ what: 'milestone-dropped', was: '2026-03' }])
    expect(milestoneSlip({ isDropped: true }, { isDropped: true, plannedFor: '2029' })).toEqual([])
    expect(slip({}, { milestones: [milestone()] })).toMatchObject([{ what: 'milestone-added', kind: 'scope' }])
    expect(slip({}, { milestones: [milestone({ isDropped: true })] })).toEqual([])
    expect(slip({ milestones: [milestone()] }, {})).toMatchObject([{ what: 'milestone-removed' }])
  })

  test('is on the line of time whether it moved or not', () => {
    const { milestones, slips } = measureSlippage(
      measure({ milestones: [milestone({ id: 'stays' }), milestone({ id: 'moves' }), milestone({ id: 'goes' })] }),
      measure({
        milestones: [
          milestone({ id: 'stays' }),
          milestone({ id: 'moves', plannedFor: '2026-04' }),
          milestone({ id: 'new' }),
        ],
      }),
    )
    expect(milestones.map(({ id, was, now, shift }) => [id, was, now, shift?.least])).toEqual([
      ['stays', '2026-03', '2026-03', undefined],
      ['moves', '2026-03', '2026-04', 1],
      ['new', null, '2026-03', undefined],
      ['goes', '2026-03', null, undefined],
    ])
    expect(slips.map(({ what }) => what)).toEqual(['milestone', 'milestone-added', 'milestone-removed'])
  })
})

describe('the period of a measure', () => {
  test.each([
    ['2026', '2027', 'later', 'year', 1],
    ['2026-06-30', '2026-09-30', 'later', 'day', 92],
  ] as const)('that ended in %s and now in %s', (was, now, direction, unit, least) => {
    expect(slip({ endsOn: was }, { endsOn: now })).toMatchObject([
      { kind: 'date', what: 'ends', was, now, shift: { direction, unit, least } },
    ])
  })

  test('that gets an end, or loses it, has changed without a distance', () => {
    expect(slip({}, { endsOn: '2027' })).toEqual([{ kind: 'date', what: 'ends', was: null, now: '2027', shift: null }])
    expect(slip({ startsOn: '2027' }, {})).toMatchObject([{ what: 'starts', now: null, shift: null }])
  })
})
