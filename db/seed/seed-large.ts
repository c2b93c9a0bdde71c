import { randomUUID } from 'node:crypto'
import type { Insertable, Transaction } from 'kysely'
import type { BodyTable } from '../schema/body'
import type { DependencyTable } from '../schema/dependency'
import type { Database } from '../schema/index'
import type { MeasureTable } from '../schema/measure'
import type { MilestoneTable } from '../schema/milestone'
import type { ResponsibilityTable } from '../schema/responsibility'
import type { DependencyKind, Horizon, Level, MeasureStatus, ResponsibilityRole } from '../schema/vocabulary'
import { type Draw, drawFrom } from './draw'
import { sectors } from './sectors'
import type { SeededMeasure } from './seed-measures'
import type { SeededPlan } from './seed-plan'
import { seedTexts } from './seed-texts'

/** How much a large plan holds, with what the demo brings. */
export const largePlan = { bodies: 200, measures: 1000, responsibilities: 5000 }

const levels: Level[] = ['flemish', 'flemish', 'flemish', 'local', 'local', 'federal', 'provincial']
const statuses: MeasureStatus[] = [
  'unknown',
  'preparation',
  'running',
  'running',
  'partly-done',
  'done',
  'continuous',
  'stopped',
]
const horizons: [Horizon, Horizon][] = [
  ['short', 'short'],
  ['short', 'medium'],
  ['medium', 'medium'],
  ['medium', 'long'],
  ['long', 'long'],
]
const dependencyKinds: DependencyKind[] = [
  'blocks',
  'supports',
  'supports',
  'needs-regulation',
  'overlaps',
  'conflicts',
]
const otherRoles: ResponsibilityRole[] = ['co-lead', 'must-agree', 'consulted', 'consulted', 'informed']
const what = [
  'Vorming',
  'Verzekering',
  'Onthaal',
  'Waardering',
  'Vergoeding',
  'Informatie',
  'Begeleiding',
  'Registratie',
  'Campagne',
  'Aansprakelijkheid',
]
const forWhom = [
  'jonge vrijwilligers',
  'bestuurders van verenigingen',
  'nieuwkomers',
  'senioren',
  'mensen met een beperking',
  'kleine verenigingen',
  'vrijwilligers in de zorg',
  'vrijwilligers in de sport',
]
const how = [
  'vereenvoudigen',
  'uitbreiden',
  'evalueren',
  'digitaal aanbieden',
  'samen regelen',
  'bekendmaken',
  'toegankelijk maken',
  'vernieuwen',
  'opvolgen',
  'ondersteunen',
  'afstemmen',
  'beschermen',
  'betaalbaar maken',
]

interface Around {
  groupId: string
  plan: SeededPlan
  /** what the demo brought */
  measures: SeededMeasure[]
}

/**
 * Fills the plan up to `largePlan` with invented bodies, measures and responsibilities, all marked as demo: to measure with.
 * The same every time, but for the ids.
 */
export async function seedLarge(trx: Transaction<Database>, { groupId, plan, measures }: Around): Promise<void> {
  const draw = drawFrom(20_161_118)
  const { bodies, responsibilities } = await countSeeded(trx)
  const newBodies = makeBodies(largePlan.bodies - bodies)
  await trx.insertInto('body').values(newBodies).execute()
  const texts = measures.map(measure => measure.text)
  const added = Array.from({ length: largePlan.measures - measures.length }, (_, index) => ({
    id: randomUUID(),
    documentId: randomUUID(),
    text: texts[index % texts.length] as SeededMeasure['text'],
  }))
  await seedTexts(trx, groupId, added)
  await trx
    .insertInto('measure')
    .values(added.map((ids, index) => makeMeasure(draw, plan, ids, measures.length + index + 1)))
    .execute()
  await trx
    .insertInto('milestone')
    .values(added.flatMap(({ id }) => makeMilestones(draw, id)))
    .execute()
  await trx
    .insertInto('dependency')
    .values(makeDependencies(draw, plan.id, added))
    .execute()
  const bodyIds = newBodies.map(body => body.id)
  await trx
    .insertInto('responsibility')
    .values(makeResponsibilities(draw, added, bodyIds, largePlan.responsibilities - responsibilities))
    .execute()
}

async function countSeeded(trx: Transaction<Database>) {
  return trx
    .selectNoFrom(eb => [
      eb.selectFrom('body').select(eb.fn.countAll<number>().as('n')).$asScalar().$notNull().as('bodies'),
      eb
        .selectFrom('responsibility')
        .select(eb.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('responsibilities'),
    ])
    .executeTakeFirstOrThrow()
}

function makeBodies(count: number): (Insertable<BodyTable> & { id: string })[] {
  return Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    code: `VB${String(index + 1).padStart(3, '0')}`,
    name: `Voorbeeldinstantie ${index + 1}`,
    sectorId: sectors[index % sectors.length]?.id as string,
    level: levels[index % levels.length] as Level,
    kind: 'umbrella',
    isDemo: true,
  }))
}

function makeMeasure(
  draw: Draw,
  { id: planId, priorityIds, axisIds }: SeededPlan,
  { id, documentId }: { id: string; documentId: string },
  position: number,
): Insertable<MeasureTable> {
  const [horizonFrom, horizonTo] = draw.one(horizons)
  return {
    id,
    documentId,
    planId,
    priorityId: draw.one(Object.values(priorityIds)),
    axisId: draw.chance(0.9) ? draw.one(Object.values(axisIds)) : null,
    number: 1000 + position,
    position,
    title: titleOf(position),
    summary: `Voorbeeld ${position} van een groot plan, om mee te meten.`,
    level: draw.one(levels),
    horizonFrom,
    horizonTo,
    status: draw.one(statuses),
    isDemo: true,
  }
}

/** A different one for each place in the plan. */
function titleOf(position: number): string {
  const turn = (position * 37) % (what.length * forWhom.length * how.length)
  const word = (list: string[], step: number) => list[Math.floor(turn / step) % list.length]
  const [subject, people] = [word(what, 1), word(forWhom, what.length)]
  return `${subject} voor ${people} ${word(how, what.length * forWhom.length)}`
}

/** One that was reached, and one that was planned and may be late by now. */
function makeMilestones(draw: Draw, measureId: string): Insertable<MilestoneTable>[] {
  return ['Voorstel besproken', 'Uitgevoerd'].map((label, step) => {
    const year = 2020 + 3 * step + draw.upTo(4)
    const month = String(1 + draw.upTo(12)).padStart(2, '0')
    const date = draw.chance(0.3) ? String(year) : `${year}-${month}`
    return { measureId, reachedOn: step === 0 ? date : null, plannedFor: step === 0 ? null : date, label, isDemo: true }
  })
}

/** One measure in two hangs together with a later one, so that nothing goes round in a circle. */
function makeDependencies(draw: Draw, planId: string, measures: { id: string }[]): Insertable<DependencyTable>[] {
  return measures.slice(0, -20).flatMap(({ id: fromId }, index) => {
    const toId = measures[index + 1 + draw.upTo(20)]?.id as string
    const dependency = { planId, fromId, toId, kind: draw.one(dependencyKinds), isDemo: true }
    return draw.chance(0.5) ? [dependency] : []
  })
}

/** Nine measures in ten are led, most of those accepted; the rest is spread over the other roles. */
function makeResponsibilities(
  draw: Draw,
  measures: { id: string }[],
  bodyIds: string[],
  count: number,
): Insertable<ResponsibilityTable>[] {
  const leads = measures.flatMap(({ id: measureId }) => {
    const lead = { measureId, bodyId: draw.one(bodyIds), role: 'lead' as const, isDemo: true }
    if (!draw.chance(0.9)) return []
    return [{ ...lead, state: draw.chance(0.85) ? ('accepted' as const) : ('proposed' as const) }]
  })
  const others = Array.from({ length: count - leads.length }, (_, index) => {
    // A stride that goes through all bodies, so that no measure has the same body twice in a role.
    const nth = Math.floor(index / measures.length)
    const bodyId = bodyIds[(index * 7 + nth * 31) % bodyIds.length] as string
    const measureId = measures[index % measures.length]?.id as string
    const state = draw.chance(0.8) ? ('accepted' as const) : ('proposed' as const)
    return { measureId, bodyId, role: otherRoles[nth % otherRoles.length] as ResponsibilityRole, state, isDemo: true }
  })
  return [...leads, ...others]
}
