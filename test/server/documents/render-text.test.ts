import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { renderText } from '#server/documents/render-text'

/** A state as a browser would have written it: elements by name, with their text or their children. */
type Node = { name: string; attributes?: Record<string, unknown>; children?: (Node | string)[] }

function stateOf(...nodes: Node[]): Uint8Array {
  const doc = new Y.Doc()
  fill(doc.getXmlFragment('default'), nodes)
  return Y.encodeStateAsUpdate(doc)
}

function fill(parent: Y.XmlFragment, children: (Node | string)[]): void {
  for (const child of children) {
    const added = typeof child === 'string' ? new Y.XmlText(child) : new Y.XmlElement(child.name)
    parent.push([added])
    if (typeof child === 'string' || added instanceof Y.XmlText) continue
    for (const [key, value] of Object.entries(child.attributes ?? {})) added.setAttribute(key, value as string)
    fill(added, child.children ?? [])
  }
}

test('a text is rendered as HTML, as plain text with a line per block, and with a hash of what it says', () => {
  const heading = { name: 'heading', attributes: { level: 2 }, children: ['Waarom'] }
  const paragraph = { name: 'paragraph', children: ['Omdat <het> moet & mag'] }
  const rendered = renderText(stateOf(heading, paragraph))
  expect(rendered.html).toBe('<h2>Waarom</h2><p>Omdat &lt;het&gt; moet &amp; mag</p>')
  expect(rendered.text).toBe('Waarom\nOmdat <het> moet & mag')
  expect(renderText(stateOf(heading, paragraph)).hash).toBe(rendered.hash)
  expect(renderText(stateOf(heading)).hash).not.toBe(rendered.hash)
})

test('a text in which nothing was written is one empty paragraph', () => {
  const { html, text } = renderText(Y.encodeStateAsUpdate(new Y.Doc()))
  expect([html, text]).toEqual(['<p></p>', ''])
})

test('what is outside the schema is left out, the rest stays', () => {
  const rendered = renderText(
    stateOf({ name: 'script', children: ['alert(1)'] }, { name: 'paragraph', children: ['eerlijke tekst'] }),
  )
  expect(rendered.html).toBe('<p>eerlijke tekst</p>')
})

test('links go to web pages and mail addresses only', () => {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  doc.getXmlFragment('default').push([new Y.XmlElement('paragraph')])
  ;(doc.getXmlFragment('default').get(0) as Y.XmlElement).push([text])
  text.insert(0, 'klik', { link: { href: 'javascript:alert(1)' } })
  text.insert(4, ' hier', { link: { href: 'https://vlaanderen.be/' } })
  const { html } = renderText(Y.encodeStateAsUpdate(doc))
  expect(html).not.toContain('javascript:')
  expect(html).toContain('href="https://vlaanderen.be/"')
})

test('a foreign client that writes bare characters is still read', () => {
  const doc = new Y.Doc()
  doc.getText('default').insert(0, 'bare tekst')
  expect(renderText(Y.encodeStateAsUpdate(doc)).text).toBe('bare tekst')
})
