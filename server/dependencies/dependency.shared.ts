import { z } from 'zod'

/** How two measures hang together, in the order in which it is offered. */
export const dependencyKinds = ['blocks', 'supports', 'needs-regulation', 'overlaps', 'conflicts'] as const
export type DependencyKind = (typeof dependencyKinds)[number]

/**
 * Which end waits for the other, and so is told when the other slips or stops. What overlaps or conflicts holds both ways,
 * and neither waits.
 */
export const waitingEnd: Record<DependencyKind, 'from' | 'to' | null> = {
  blocks: 'to',
  supports: 'to',
  'needs-regulation': 'from',
  overlaps: null,
  conflicts: null,
}

const record = z.guid({ error: 'choose-one' })

export const addDependencyInput = z.object({
  fromId: record,
  toId: record,
  kind: z.enum(dependencyKinds, { error: 'choose-one' }),
  note: z.string().trim().max(500, 'too-long').default(''),
})
export type AddDependencyInput = z.infer<typeof addDependencyInput>

export const removeDependencyInput = z.object({ dependencyId: record })
export type RemoveDependencyInput = z.infer<typeof removeDependencyInput>

/** Read from left to right: `fromId` blocks `toId`. */
export interface Dependency {
  id: string
  fromId: string
  toId: string
  kind: DependencyKind
  note: string
  isDemo: boolean
}

type Arrow = Pick<Dependency, 'fromId' | 'toId'>

/** @returns whether to let `fromId` block `toId` would close a circle, with what blocks what already */
export function closesCircle(blocks: readonly Arrow[], { fromId, toId }: Arrow): boolean {
  const next = new Map<string, string[]>()
  for (const arrow of blocks) next.set(arrow.fromId, [...(next.get(arrow.fromId) ?? []), arrow.toId])
  const seen = new Set<string>()
  const open = [toId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === fromId) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(next.get(id) ?? []))
  }
  return false
}

/**
 * What can be reached from a measure in so many steps, whichever way the arrows point.
 * @returns the ids of the measures with their distance, and the dependencies between them
 */
export function neighbourhood<One extends Arrow>(
  dependencies: readonly One[],
  centre: string,
  depth: number,
): { distances: Map<string, number>; dependencies: One[] } {
  const beside = new Map<string, string[]>()
  const join = (one: string, other: string) => beside.set(one, [...(beside.get(one) ?? []), other])
  for (const { fromId, toId } of dependencies) {
    join(fromId, toId)
    join(toId, fromId)
  }
  const distances = new Map([[centre, 0]])
  let edge = [centre]
  for (let distance = 1; distance <= depth && edge.length > 0; distance++) {
    const reached = edge.flatMap(id => beside.get(id) ?? []).filter(id => !distances.has(id))
    edge = [...new Set(reached)]
    for (const id of edge) distances.set(id, distance)
  }
  const isIn = ({ fromId, toId }: Arrow) => distances.has(fromId) && distances.has(toId)
  return { distances, dependencies: dependencies.filter(isIn) }
}
