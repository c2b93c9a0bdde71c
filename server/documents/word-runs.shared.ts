import * as Y from 'yjs'

/** Characters that were typed under one client id, one after the other. `clock` is of the first. */
export interface TypedRun {
  text: string
  client: number
  clock: number
}

/** What stands in a paragraph (or another text), by who typed it. */
export function typedRuns(words: Y.XmlText): TypedRun[] {
  const runs: TypedRun[] = []
  for (let item = words._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    const last = runs.at(-1)
    if (last?.client === client && last.clock + last.text.length === clock) last.text += item.content.str
    else runs.push({ text: item.content.str, client, clock })
  }
  return runs
}

/** The same for a whole text, in reading order. */
export function typedRunsOf(node: Y.XmlFragment | Y.XmlElement): TypedRun[] {
  return node.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return typedRuns(child)
    return child instanceof Y.XmlElement ? typedRunsOf(child) : []
  })
}
