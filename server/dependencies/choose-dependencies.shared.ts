import { dependencyKinds, neighbourhood } from './dependency.shared'
import type { DependencyGraph } from './dependency-graph.shared'

/** So many steps from a measure can be asked for. */
export const DEPTHS = [1, 2, 3, 5]

/** @param asked the kind as an address has it; any other text asks for all kinds */
export function ofKind(whole: DependencyGraph, asked: string | null) {
  const kind = dependencyKinds.find(kind => kind === asked) ?? null
  const dependencies = whole.dependencies.filter(dependency => !kind || dependency.kind === kind)
  const drawn = new Set(dependencies.flatMap(({ fromId, toId }) => [fromId, toId]))
  return { kind, graph: { measures: whole.measures.filter(({ id }) => drawn.has(id)), dependencies } }
}

/** @param asked how many steps away, as an address has it; two where it says nothing that can be asked */
export function around(whole: DependencyGraph, measureId: string, asked: string | null) {
  const depth = DEPTHS.find(depth => depth === Number(asked)) ?? 2
  const { distances, dependencies } = neighbourhood(whole.dependencies, measureId, depth)
  return { depth, graph: { measures: whole.measures.filter(({ id }) => distances.has(id)), dependencies } }
}
