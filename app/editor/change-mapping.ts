import type { Node } from '@tiptap/pm/model'
import { Mapping, StepMap } from '@tiptap/pm/transform'

/** What differs between two states of a text, as one stretch: from, its end before, its end after. */
export interface Changed {
  from: number
  before: number
  after: number
}

/** A colleague's edit replaces the whole document in the editor (y-tiptap): only what became different counts. */
export function changeBetween(before: Node, after: Node): Changed | null {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (from === null || !end) return null
  // Of 'aa' that becomes 'aaa', both ends agree on more than there is.
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, before: end.a + overlap, after: end.b + overlap }
}

export const mappingOf = ({ from, before, after }: Changed) =>
  new Mapping([new StepMap([from, before - from, after - from])])
