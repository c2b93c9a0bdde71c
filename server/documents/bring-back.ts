import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { alignBlocks } from './align-blocks.shared'
import { renderDocument } from './render-text'
import { canonicalJson } from './text-blocks.shared'
import { TEXT_FIELD, textSchema } from './text-schema.shared'

/** A paragraph, list or table at the top of a text: as it is, or as it must become. */
interface Block {
  text: string
  /** what it is, to compare by; undefined for what no text may hold */
  form: string | undefined
  element?: unknown
  node?: Node
}

/**
 * Edits a text so that it says again what a version says, and no more than that: blocks that are the same are not touched,
 * and within a block that changed only what differs is replaced. So their authors stay, and so does what others type
 * there meanwhile.
 * @param document is changed, under its own client id
 * @returns the edit, as a Yjs update (v1)
 */
export function bringBack(document: Y.Doc, { json, hash }: { json: JSONContent; hash: string }): Uint8Array {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  document.on('update', collect)
  const fragment = document.getXmlFragment(TEXT_FIELD)
  const target = textSchema.nodeFromJSON(json).children.map(toBlock)

  document.transact(() => changeInto(document, fragment, alignBlocks(blocksOf(fragment), target)))
  if (renderDocument(document).hash !== hash) {
    // What foreign clients wrote may not be comparable: then the whole text is replaced.
    document.transact(() => {
      fragment.delete(0, fragment.length)
      for (const block of target) put(document, fragment, fragment.length, block)
    })
  }
  document.off('update', collect)
  return Y.mergeUpdates(updates)
}

function changeInto(document: Y.Doc, fragment: Y.XmlFragment, pairs: [Block | undefined, Block | undefined][]) {
  let at = 0
  for (const [now, then] of pairs) {
    if (now && then && now.form === then.form) at++
    else if (now && then?.node && now.element instanceof Y.XmlElement && now.element.nodeName === then.node.type.name) {
      rewrite(document, now.element, then.node)
      at++
    } else {
      if (now) fragment.delete(at, 1)
      if (then) put(document, fragment, at++, then)
    }
  }
}

function put(document: Y.Doc, fragment: Y.XmlFragment, at: number, { node }: Block): void {
  if (!node) return
  const element = new Y.XmlElement(node.type.name)
  fragment.insert(at, [element])
  rewrite(document, element, node)
}

function rewrite(document: Y.Doc, element: Y.XmlElement, node: Node): void {
  updateYFragment(document, element, node, { mapping: new Map(), isOMark: new Map() })
}

function blocksOf(fragment: Y.XmlFragment): Block[] {
  const elements: unknown[] = fragment.toArray()
  const contents = readContents(fragment)
  return elements.map((element, index) => {
    try {
      return { ...toBlock(textSchema.nodeFromJSON(contents[index])), node: undefined, element }
    } catch {
      return { text: '', form: undefined, element }
    }
  })
}

/** @returns the blocks as JSON; none where a foreign client put in what is no block at all */
function readContents(fragment: Y.XmlFragment): JSONContent[] {
  try {
    return yXmlFragmentToProsemirrorJSON(fragment).content
  } catch {
    return []
  }
}

function toBlock(node: Node): Block {
  const text = node.isTextblock ? node.textContent : node.textBetween(0, node.content.size, '\n', ' ')
  return { text, form: canonicalJson(node.toJSON()), node }
}
