import type { JSONContent } from '@tiptap/core'
import * as Y from 'yjs'
import { type TextBlock, textBlocks } from './text-blocks.shared'
import { TEXT_FIELD } from './text-schema.shared'
import { type TypedRun, typedRuns } from './word-runs.shared'

/** A block with what was typed in it; between the cells of a row, and for the end of a line, nobody typed. */
export interface TypedBlock extends Pick<TextBlock, 'kind' | 'level' | 'number' | 'checked' | 'indent' | 'text'> {
  runs: (TypedRun | { text: string; client: null })[]
}

/** @param state of a text or a version, as a Yjs update (v1) @returns its blocks, in the order of `textBlocks` */
export function typedBlocks(state: Uint8Array): TypedBlock[] {
  const text = new Y.Doc()
  Y.applyUpdate(text, state)
  const typed: TypedRun[] = []
  const content = text
    .getXmlFragment(TEXT_FIELD)
    .toArray()
    .flatMap(node => readNode(node, typed))
  text.destroy()
  return textBlocks({ type: 'doc', content }).map(({ kind, level, number, checked, indent, text, runs }) => ({
    kind,
    level,
    number,
    checked,
    indent,
    text,
    runs: runs.map(({ text, marks: [mark] }) => (mark && typed[Number(mark.type)]) || { text, client: null }),
  }))
}

/** As the text is written out elsewhere, but marked with what was typed (a place in `typed`) instead of its formatting. */
function readNode(node: unknown, typed: TypedRun[]): JSONContent[] {
  if (node instanceof Y.XmlText)
    return typedRuns(node).map(run => ({
      type: 'text',
      text: run.text,
      marks: [{ type: String(typed.push(run) - 1) }],
    }))
  if (!(node instanceof Y.XmlElement)) return []
  const attrs: Record<string, unknown> = node.getAttributes()
  return [{ type: node.nodeName, attrs, content: node.toArray().flatMap(child => readNode(child, typed)) }]
}
