import { inflateSync } from 'node:zlib'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { Block, DocumentModel } from '#server/exports/document-model.shared'
import { renderDocx } from '#server/exports/render-docx'
import { renderPdf } from '#server/exports/render-pdf'
import { fromMarkdown } from '#server/exports/text-markdown.shared'
import { textToBlocks } from '#server/exports/text-to-blocks'

const words = { taskDone: '[x]', taskOpen: '[ ]', table: 'Cijfers' }
const written = `## Waarom

Omdat **het moet**, zie [de wet](https://example.org/wet) van Şahin.

- een
- twee
  1. diep

- [x] gedaan

| Jaar | Aantal |
| --- | --- |
| 2024 | 12 |`

const blocks: Block[] = [
  { kind: 'heading', level: 1, text: 'Prioriteit 1: Één doel', isListed: true, onNewPage: true },
  { kind: 'heading', level: 2, text: 'Actie 1: Doen', isListed: true },
  ...textToBlocks(fromMarkdown(written), 2, words),
  {
    kind: 'table',
    title: 'Gegevens',
    head: null,
    hasRowHeads: true,
    rows: Array.from({ length: 80 }, (_, index) => [[{ text: `Rij ${index}` }], [{ text: 'waarde '.repeat(30) }]]),
    widths: [1, 3],
  },
]
const model: DocumentModel = {
  title: 'Een plan',
  subtitle: 'De groep',
  language: 'nl-BE',
  author: 'De groep',
  madeAt: new Date('2026-03-16T12:00:00Z'),
  facts: [['Gemaakt op', '16 mrt. 2026']],
  footer: 'De groep · 16 mrt. 2026',
  words: { contents: 'Inhoud', page: (number, of) => `Pagina ${number} van ${of}` },
  blocks,
}

test('the Word file has real headings, lists, links and tables', async () => {
  const { value: html } = await mammoth.convertToHtml({ buffer: await renderDocx(model) })
  expect(html).toMatch(/<h1>.*Prioriteit 1: Één doel<\/h1>/)
  expect(html).toMatch(/<h2>.*Actie 1: Doen<\/h2>/)
  expect(html).toMatch(/<h3>.*Waarom<\/h3>/)
  expect(html).toContain('<strong>het moet</strong>')
  expect(html).toMatch(/<a href="https:\/\/example.org\/wet">de wet<\/a>/)
  expect(html).toMatch(/<ul><li>een<\/li><li>twee<ol><li>diep<\/li><\/ol><\/li>/)
  expect(html).toMatch(/<thead><tr><th><p><strong>Jaar<\/strong><\/p><\/th>/)
  expect(html).toContain('De groep')
})

/** What the PDF says of itself, its streams unpacked. */
function readPdf(file: Buffer) {
  const text = file.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes]) => {
    try {
      return inflateSync(Buffer.from(bytes as string, 'latin1')).toString('latin1')
    } catch {
      return bytes as string
    }
  })
  const count = (pattern: RegExp) => [...text.matchAll(pattern)].length
  return { text, streams: streams.join('\n'), count }
}

test('the PDF tells a screen reader what is what', async () => {
  const { text, streams, count } = readPdf(await renderPdf(model))
  expect(/\/Lang \(nl-BE\)/.test(text)).toBe(true)
  expect(/\/Marked true/.test(text)).toBe(true)
  expect(/\/DisplayDocTitle true/.test(text)).toBe(true)
  expect(streams).toContain('<pdfuaid:part>1</pdfuaid:part>')
  for (const type of [
    'Document',
    'H1',
    'H2',
    'H3',
    'P',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'Table',
    'TR',
    'TOC',
    'TOCI',
    'Link',
  ])
    expect(count(new RegExp(`/S /${type}\\b`, 'g')), type).toBeGreaterThan(0)
  expect(count(/\/Scope \/Column/g)).toBe(2)
  expect(count(/\/Scope \/Row/g)).toBe(80)
  expect(/\/Artifact <<\s*\/Type \/Pagination/.test(streams)).toBe(true)
  expect(text).toContain('/URI (https://example.org/wet)')
  expect(count(/\/Type \/Outlines/g) + count(/\/Outlines \d+ 0 R/g)).toBeGreaterThan(0)
  // Every font is embedded, and says which characters its glyphs are.
  expect(count(/\/FontFile2 \d+ 0 R/g)).toBeGreaterThan(1)
  expect(count(/\/ToUnicode \d+ 0 R/g)).toBe(count(/\/Subtype \/Type0/g))
})

test('a word that no line holds, and a cell that no page holds, are cut and not lost', async () => {
  const endless = 'x'.repeat(3000)
  const cell = 'regel '.repeat(4000)
  const long: Block[] = [
    { kind: 'paragraph', runs: [{ text: endless }] },
    {
      kind: 'table',
      title: 't',
      head: ['a', 'b'],
      hasRowHeads: false,
      rows: [[[{ text: cell }], [{ text: '漢字' }]]],
      widths: [1, 1],
    },
  ]
  const { count } = readPdf(await renderPdf({ ...model, blocks: long }))
  expect(count(/\/Type \/Page\b/g)).toBeGreaterThan(5)
})
