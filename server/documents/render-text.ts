import { createHash } from 'node:crypto'
import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { escapeHTML, renderJSONContentToString } from '@tiptap/static-renderer/json/html-string'
import {
  domOutputSpecToHTMLString,
  renderToElement,
  serializeChildrenToHTMLString,
} from '@tiptap/static-renderer/pm/html-string'
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { TEXT_FIELD, textExtensions, textSchema } from './text-schema.shared'

/** What a text says, in the forms that pages, search and comparison need. */
export interface RenderedText {
  /** a ProseMirror document of `textSchema` */
  json: JSONContent
  /** plain text, a line per block */
  text: string
  /** safe to put in a page: only what the schema knows, everything else left out */
  html: string
  /** SHA-256 (hexadecimal) of the JSON: equal content has an equal hash */
  hash: string
}

/** @param state a Yjs document as one update (v1) */
export function renderText(state: Uint8Array): RenderedText {
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  const rendered = renderDocument(document)
  document.destroy()
  return rendered
}

/** The same for a Yjs document that is at hand. */
export function renderDocument(document: Y.Doc): RenderedText {
  const node = textSchema.nodeFromJSON(withinSchema(readJson(document.getXmlFragment(TEXT_FIELD))))
  const json = node.toJSON() as JSONContent
  return {
    json,
    text: node.textBetween(0, node.content.size, '\n', ' '),
    html: toHtml(node),
    hash: createHash('sha256').update(JSON.stringify(json)).digest('hex'),
  }
}

/** Made once: to resolve the extensions takes ten times as long as to render a text. */
const toHtml = makeHtmlRenderer()

function makeHtmlRenderer(): (document: Node) => string {
  let mappings: Parameters<typeof renderJSONContentToString>[0] | undefined
  renderToElement<string>({
    renderer: made => {
      mappings = made as unknown as typeof mappings
      return () => ''
    },
    domOutputSpecToElement: domOutputSpecToHTMLString,
    mapDefinedTypes: {
      doc: ({ children }) => serializeChildrenToHTMLString(children),
      text: ({ node }) => escapeHTML(node.text ?? ''),
    },
    content: textSchema.topNodeType.createAndFill() as Node,
    extensions: textExtensions,
    options: {
      nodeMapping: {
        // A reader cannot tick a task, and the box needs no second label beside the words it belongs to.
        taskItem: ({ node: item, children }) =>
          `<li data-type="taskItem" data-checked="${item.attrs.checked}"><span class="task-box" role="img" aria-label="${
            item.attrs.checked ? '☑' : '☐'
          }"></span><div>${([] as string[]).concat(children ?? []).join('')}</div></li>`,
      },
    },
  })
  const render = renderJSONContentToString(mappings!)
  return document => render({ content: document as never })
}

/** A foreign client may have put other things than elements in the text; then its bare characters are what it says. */
function readJson(fragment: Y.XmlFragment): JSONContent {
  try {
    return yXmlFragmentToProsemirrorJSON(fragment) as JSONContent
  } catch (error) {
    const characters: unknown[] = fragment.toArray()
    const text = characters.filter(character => typeof character === 'string').join('')
    if (text === '') throw error
    return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
  }
}

/** Browsers of our own make never write outside the schema; a foreign client might, and must not break the page for others. */
function withinSchema(json: JSONContent): JSONContent {
  const content = (json.content ?? []).flatMap(child => keepKnown(child))
  const document = { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
  try {
    textSchema.nodeFromJSON(document).check()
    return document
  } catch {
    return { type: 'doc', content: [{ type: 'paragraph', content: textOf(document) }] }
  }
}

function keepKnown(node: JSONContent): JSONContent[] {
  if (!node.type || !textSchema.nodes[node.type] || (node.type === 'text' && !node.text)) return []
  return [
    {
      ...node,
      ...(node.marks && { marks: node.marks.filter(mark => textSchema.marks[mark.type]) }),
      ...(node.content && { content: node.content.flatMap(child => keepKnown(child)) }),
    },
  ]
}

function textOf(node: JSONContent): JSONContent[] {
  if (node.type === 'text') return node.text ? [{ type: 'text', text: node.text }] : []
  return (node.content ?? []).flatMap(child => textOf(child))
}
