import * as Y from 'yjs'
import { lookUp } from './codes'
import type { SourceMeasure } from './source'

/** Where the editor and the server look for the text inside a Yjs document. */
export const textField = 'default'

const indicatorNames: Record<string, string> = {
  aanvragen: 'aanvragen',
  goedgekeurd: 'goedgekeurde aanvragen',
  geweigerd: 'geweigerde aanvragen',
  'in-behandeling': 'aanvragen in behandeling',
}

/** A text as one Yjs update (v1), and the client id under which it was written. */
export interface SeedText {
  state: Uint8Array
  clientId: number
}

/** Writes what the sources say of a measure as a text that people go on writing in. The words are theirs, the headings ours. */
export function writeMeasureText(measure: SourceMeasure): SeedText {
  const document = new Y.Doc()
  document
    .getXmlFragment(textField)
    .insert(0, [
      heading('Waarom'),
      paragraph(measure.description),
      heading('Stand van zaken'),
      bulletList(measure.statusFacts),
      ...(measure.indicators ? [heading('Cijfers'), bulletList(measure.indicators.map(figure))] : []),
      paragraph(`Bron: ${measure.source}.`),
    ])
  const text = { state: Y.encodeStateAsUpdate(document), clientId: document.clientID }
  document.destroy()
  return text
}

/** Writes one more paragraph at the end of a text. @returns only that, under a client id of its own */
export function addParagraph({ state }: SeedText, words: string): { update: Uint8Array; clientId: number } {
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  const known = Y.encodeStateVector(document)
  const fragment = document.getXmlFragment(textField)
  fragment.insert(fragment.length, [paragraph(words)])
  const added = { update: Y.encodeStateAsUpdate(document, known), clientId: document.clientID }
  document.destroy()
  return added
}

const number = new Intl.NumberFormat('nl-BE')
const figure = ({ code, year, value }: { code: string; year: number; value: number }) =>
  `${year}: ${number.format(value)} ${lookUp(indicatorNames, code)}`

// Nodes carry the names of the text's ProseMirror schema; a heading's level is a number there.
function heading(text: string) {
  const node = new Y.XmlElement<{ level: number }>('heading')
  node.setAttribute('level', 2)
  node.insert(0, [new Y.XmlText(text)])
  return node as unknown as Y.XmlElement
}

const paragraph = (text: string) => element('paragraph', [new Y.XmlText(text)])

const bulletList = (items: string[]) =>
  element(
    'bulletList',
    items.map(item => element('listItem', [paragraph(item)])),
  )

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name)
  node.insert(0, children)
  return node
}
