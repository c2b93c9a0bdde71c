import { Graph, layout } from '@dagrejs/dagre'
import { type Dependency, waitingEnd } from '#server/dependencies/dependency.shared'
import type { DependencyGraph } from '#server/dependencies/dependency-graph.shared'
import type { DependencyPicture, DrawnArrow } from './components/dependency-picture'

/** What a measure takes in the picture, in pixels. */
const BOX = { width: 232, height: 84 }
const LABEL = { width: 128, height: 18 }

/** More than so many measures in one picture are lines, not a picture. */
export const MOST_DRAWN = 120

/**
 * Places measures and arrows: what comes first stands left of what waits for it.
 * @returns null for more measures than can be told apart
 */
export function layOut({ measures, dependencies }: DependencyGraph): DependencyPicture | null {
  if (measures.length > MOST_DRAWN) return null
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 20, ranksep: 44, edgesep: 14, marginx: 8, marginy: 8 })
  for (const { id } of measures) graph.setNode(id, { ...BOX })
  for (const dependency of dependencies) {
    const [first, last] = endsOf(dependency)
    graph.setEdge(first, last, { ...LABEL, labelpos: 'c' }, dependency.id)
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    box: BOX,
    boxes: measures.map(measure => {
      const { x, y } = graph.node(measure.id)
      return { ...measure, x: round(x - BOX.width / 2), y: round(y - BOX.height / 2) }
    }),
    arrows: dependencies.map((dependency): DrawnArrow => {
      const [first, last] = endsOf(dependency)
      const { points, x, y } = graph.edge(first, last, dependency.id)
      const { id, kind } = dependency
      const path = points.map((point: { x: number; y: number }) => ({ x: round(point.x), y: round(point.y) }))
      return { id, kind, first, last, points: path, label: { x: round(x ?? 0), y: round(y ?? 0) } }
    }),
  }
}

/** What comes first, and what waits for it; what holds both ways is drawn as it was written. */
const endsOf = ({ kind, fromId, toId }: Dependency): [string, string] =>
  waitingEnd[kind] === 'from' ? [toId, fromId] : [fromId, toId]

const round = (value: number) => Math.round(value * 10) / 10
