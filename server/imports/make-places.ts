import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import type { PlaceWork } from './judge-structure'
import { bareName, type JudgedRow, placeKey } from './judged-row'

/** By the name in the file, as `placeKey` has it: the id of what was made for it. */
export type Places = Record<'priority' | 'axis', Map<string, string>>

interface Plan {
  id: string
  priorities: { position: number }[]
  axes: { position: number }[]
}

type Place = Pick<PlaceWork, 'name'> & Partial<PlaceWork>

/** Makes the priorities and axes that a file needs and the plan lacks, behind those that it has, in the order of the file. */
export async function makePlaces(
  trx: Transaction<Database>,
  actor: Actor,
  plan: Plan,
  { told, rows }: { told: PlaceWork[]; rows: JudgedRow[] },
): Promise<Places> {
  const wanted = (part: 'priority' | 'axis') =>
    together([
      ...told.filter(place => place.part === part),
      ...rows.flatMap((row): Place[] => (row.makes[part] === undefined ? [] : [{ name: row.makes[part] }])),
    ])
  const [priorities, axes] = [wanted('priority'), wanted('axis')]
  const after = (places: { position: number }[]) => Math.max(0, ...places.map(({ position }) => position)) + 1
  const first = { priority: after(plan.priorities), axis: after(plan.axes) }
  const made: Places = { priority: new Map(), axis: new Map() }
  const keep = (part: 'priority' | 'axis', places: Place[][], ids: { id: string; position: number }[]) => {
    for (const { id, position } of ids) {
      for (const { name } of places[position - first[part]] ?? []) made[part].set(placeKey(name), id)
    }
  }
  if (priorities.length > 0) {
    const values = priorities.map(([place], index) => ({
      ...{ planId: plan.id, position: first.priority + index, title: bareName(place?.name ?? '') },
      ...{ description: place?.description ?? '', source: place?.source ?? null, certainty: place?.certainty ?? null },
    }))
    keep(
      'priority',
      priorities,
      await trx.insertInto('priority').values(values).returning(['id', 'position']).execute(),
    )
  }
  if (axes.length > 0) {
    const values = axes.map(([place], index) => ({
      ...{ planId: plan.id, position: first.axis + index, name: bareName(place?.name ?? '') },
    }))
    keep('axis', axes, await trx.insertInto('axis').values(values).returning(['id', 'position']).execute())
  }
  if (priorities.length + axes.length > 0) {
    const names = (places: Place[][]) => places.flatMap(([place]) => place?.name ?? [])
    await recordActivity(trx, actor, {
      verb: 'plan.extended',
      subjectType: 'plan',
      subjectId: plan.id,
      topics: ['measures'],
      after: { priorities: names(priorities), axes: names(axes) },
    })
  }
  return made
}

/** "1. Een" and "Een" are the same one. */
function together(places: Place[]): Place[][] {
  const same = new Map<string, Place[]>()
  for (const place of places) {
    const key = placeKey(place.name)
    same.set(key, [...(same.get(key) ?? []), place])
  }
  return [...same.values()]
}
