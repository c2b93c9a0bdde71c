// What people do to a text, in the shape in which our editor keeps it: paragraphs in the fragment 'default'.
import * as Y from 'yjs'
import { sleep } from './figures.mjs'

/** Types at the end of the paragraph that a client began for itself: one update. */
export function type(client, text = 'x') {
  if (client.text) client.text.insert(client.text.length, text)
  else client.text = addParagraph(client.doc, text)
}

/** @returns the text of a new last paragraph */
export function addParagraph(doc, content) {
  return doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    if (content) text.insert(0, content)
    paragraph.insert(0, [text])
    doc.getXmlFragment('default').push([paragraph])
    return text
  })
}

/** How many characters a text holds. */
export function lengthOf(doc) {
  const paragraphs = doc.getXmlFragment('default').toArray()
  return paragraphs.reduce((sum, paragraph) => sum + (paragraph.get?.(0)?.length ?? 0), 0)
}

/** What a client's own edits reach up to. */
export const clockOf = ({ doc }) => Y.getState(doc.store, doc.clientID)

/** The runs of new text in an update, as [client id, first clock, length]. */
export const runsOf = update =>
  Y.decodeUpdate(update)
    .structs.filter(struct => struct.constructor !== Y.Skip)
    .map(struct => [struct.id.client, struct.id.clock, struct.length])

/**
 * Types through all clients at `rate` edits a second each, evenly spread, for `ms`.
 * @param before called with a client right before it types
 * @returns how many edits were made
 */
export async function typeThrough(clients, rate, ms, before) {
  const start = performance.now()
  const gap = 1000 / rate
  // Sorted by when they are due, which taking turns keeps up.
  const turns = clients.map((client, index) => ({ client, due: start + gap * (index / clients.length) }))
  let edits = 0
  for (let turn = 0; performance.now() - start < ms; ) {
    const now = performance.now()
    for (let next = turns[turn % turns.length]; next.due <= now; next = turns[turn % turns.length]) {
      next.due += gap
      turn++
      if (next.client.closed) continue
      before(next.client)
      type(next.client)
      edits++
    }
    await sleep(2)
  }
  return edits
}
