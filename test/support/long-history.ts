import * as Y from 'yjs'

/** As many keystrokes as the recorded history of a paper that Yjs and its peers are often measured with. */
export const LONG = 259_778

/**
 * The keystrokes of one text, a Yjs update each: somebody who types runs of words, takes three in ten characters back,
 * and goes elsewhere now and then. The same every time.
 */
export function typeLongHistory(keystrokes: number): { updates: Uint8Array[]; document: Y.Doc } {
  const document = new Y.Doc()
  document.clientID = 4242
  const updates: Uint8Array[] = []
  document.on('update', update => updates.push(update))
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  document.getXmlFragment('default').insert(0, [paragraph])
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  let cursor = 0
  while (updates.length < keystrokes) {
    if (random(10) < 4) cursor = random(4) === 0 ? random(text.length + 1) : text.length
    const run = Math.min(1 + random(40), keystrokes - updates.length)
    for (let i = 0; i < run; i++) text.insert(cursor++, 'de vrijwilliger '[random(16)]!)
    const back = Math.min(random(18), cursor, keystrokes - updates.length)
    for (let i = 0; i < back; i++) text.delete(--cursor, 1)
  }
  return { updates, document }
}
