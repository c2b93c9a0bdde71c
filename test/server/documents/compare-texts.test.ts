import type { JSONContent } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { compareTexts, countPlaces, type DifferenceRow } from '#server/documents/compare-texts.shared'
import { textBlocks } from '#server/documents/text-blocks.shared'

const text = (value: string, ...marks: { type: string; attrs?: object }[]) => ({ type: 'text', text: value, marks })
const p = (...content: (string | JSONContent)[]): JSONContent => ({
  type: 'paragraph',
  content: content.map(part => (typeof part === 'string' ? text(part) : part)),
})
const heading = (level: number, value: string): JSONContent => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
})
const list = (type: 'bulletList' | 'orderedList', ...items: JSONContent[][]): JSONContent => ({
  type,
  content: items.map(content => ({ type: 'listItem', content })),
})
const tasks = (...items: [string, boolean][]): JSONContent => ({
  type: 'taskList',
  content: items.map(([value, checked]) => ({ type: 'taskItem', attrs: { checked }, content: [p(value)] })),
})
const table = (...rows: string[][]): JSONContent => ({
  type: 'table',
  content: rows.map(cells => ({
    type: 'tableRow',
    content: cells.map(cell => ({ type: 'tableCell', attrs: { colspan: 1 }, content: [p(cell)] })),
  })),
})
const doc = (...content: JSONContent[]): JSONContent => ({ type: 'doc', content })
const kinds = (rows: DifferenceRow[]) => rows.map(row => row.kind)
const changes = (side: DifferenceRow['before']) => side?.segments.map(segment => [segment.change, segment.text])

describe('what readers see of a text that changed', () => {
  it('says that equal texts are equal, in whatever order the database keeps their keys', () => {
    const before = doc({ type: 'heading', attrs: { level: 2, textAlign: null }, content: [text('Doel')] }, p('Eén'))
    const after = doc({ content: [text('Doel')], attrs: { textAlign: null, level: 2 }, type: 'heading' }, p('Eén'))
    expect(kinds(compareTexts(before, after))).toEqual(['same', 'same'])
  })

  it('shows the words that changed inside a paragraph', () => {
    const [row] = compareTexts(
      doc(p('De melding gebeurt één keer per jaar.')),
      doc(p('De melding gebeurt één keer, digitaal.')),
    )
    expect(row?.kind).toBe('changed')
    expect(changes(row?.before)).toEqual([
      ['same', 'De melding gebeurt één keer'],
      ['removed', ' per jaar'],
      ['same', '.'],
    ])
    expect(changes(row?.after)).toEqual([
      ['same', 'De melding gebeurt één keer'],
      ['added', ', digitaal'],
      ['same', '.'],
    ])
  })

  it('takes lone small words between two changes along, so that a rewritten clause reads as one', () => {
    const [row] = compareTexts(
      doc(
        p(
          'Wij vragen alle verenigingen volledige vrijstelling, of minstens melding, voor elke vrijwilliger in het land.',
        ),
      ),
      doc(
        p(
          'Wij vragen alle verenigingen eenvoudige verplichtingen, of digitale registratie, voor elke vrijwilliger in het land.',
        ),
      ),
    )
    expect(changes(row?.before)).toEqual([
      ['same', 'Wij vragen alle verenigingen '],
      ['removed', 'volledige vrijstelling, of minstens melding'],
      ['same', ', voor elke vrijwilliger in het land.'],
    ])
  })

  it('keeps a changed paragraph beside what it was, also when others were added and removed around it', () => {
    const rows = compareTexts(
      doc(
        heading(2, 'Aanpak'),
        p('Oude inleiding, helemaal anders.'),
        p('De steunpunten begeleiden lokale verenigingen.'),
        p('Slot.'),
      ),
      doc(
        heading(2, 'Aanpak'),
        p('Een nieuw begin'),
        p('De steunpunten begeleiden alle lokale verenigingen gratis.'),
        p('Slot.'),
      ),
    )
    expect(kinds(rows)).toEqual(['same', 'removed', 'added', 'changed', 'same'])
    expect(countPlaces(rows)).toBe(3)
  })

  it('names bold, a link that leads elsewhere, and a paragraph that became a heading as formatting', () => {
    const link = (href: string) => text('de nota', { type: 'link', attrs: { href } })
    const rows = compareTexts(
      doc(p('Dit is belangrijk voor ons'), p('Zie ', link('https://a.example')), p('Doel')),
      doc(
        p('Dit is ', text('belangrijk', { type: 'bold' }), ' voor ons'),
        p('Zie ', link('https://b.example')),
        heading(2, 'Doel'),
      ),
    )
    expect(kinds(rows)).toEqual(['formatting', 'formatting', 'formatting'])
    expect(changes(rows[0]?.after)).toEqual([
      ['same', 'Dit is '],
      ['formatting', 'belangrijk'],
      ['same', ' voor ons'],
    ])
    expect(rows[1]?.after?.segments.at(-1)?.marks).toEqual([{ type: 'link', href: 'https://b.example' }])
    expect([rows[2]?.before?.kind, rows[2]?.after?.kind]).toEqual(['paragraph', 'heading'])
  })

  it('sees a list that was split, although every line of it stayed', () => {
    const items = ['een', 'twee', 'drie'].map(word => [p(word)])
    const rows = compareTexts(
      doc(list('bulletList', ...items)),
      doc(list('bulletList', items[0]!), list('bulletList', items[1]!, items[2]!)),
    )
    expect(kinds(rows)).toEqual(['same', 'formatting', 'same'])
  })

  it('sees tasks that were ticked, rows of a table, and items with their number and depth', () => {
    const rows = compareTexts(
      doc(
        tasks(['Brief schrijven', false]),
        table(['Wie', 'Wat'], ['CJM', 'jaarrapport']),
        list('orderedList', [p('een'), list('bulletList', [p('diep')])], [p('twee')]),
      ),
      doc(
        tasks(['Brief schrijven', true]),
        table(['Wie', 'Wat'], ['CJM', 'eindrapport']),
        list('orderedList', [p('een'), list('bulletList', [p('diep')])], [p('twee')]),
      ),
    )
    expect(kinds(rows)).toEqual(['changed', 'same', 'changed', 'same', 'same', 'same'])
    expect([rows[0]?.before?.checked, rows[0]?.after?.checked]).toEqual([false, true])
    expect(changes(rows[2]?.after)).toEqual([
      ['same', 'CJM | '],
      ['added', 'eindrapport'],
    ])
    expect(rows.slice(3).map(row => [row.after?.kind, row.after?.number, row.after?.indent])).toEqual([
      ['list-item', 1, 0],
      ['list-item', undefined, 1],
      ['list-item', 2, 0],
    ])
  })

  it('shows an empty text beside a full one as added', () => {
    expect(kinds(compareTexts(doc(), doc(p('Een'), p('Twee'))))).toEqual(['added', 'added'])
  })
})

describe('random edits', () => {
  it('joins to the old text on one side and to the new text on the other, and is equal only when the texts are', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed)
      const before = randomDocument(random)
      const after = random() < 0.1 ? before : edited(before, random)
      const rows = compareTexts(before, after)
      expect(joined(rows, 'before'), `seed ${seed}`).toBe(plainText(before))
      expect(joined(rows, 'after'), `seed ${seed}`).toBe(plainText(after))
      const isEqual = JSON.stringify(before) === JSON.stringify(after)
      expect(
        rows.every(row => row.kind === 'same'),
        `seed ${seed}`,
      ).toBe(isEqual)
    }
  })

  it('takes a long text that was rewritten from top to bottom', () => {
    const random = randomFrom(7)
    const long = () => doc(...Array.from({ length: 400 }, () => p(sentence(random, 60))))
    const [before, after] = [long(), long()]
    const rows = compareTexts(before, after)
    expect(joined(rows, 'before')).toBe(plainText(before))
    expect(joined(rows, 'after')).toBe(plainText(after))
  })
})

const vocabulary =
  'de het een vrijwilliger vereniging overleg steunpunt, melding. federaal lokaal (nieuw) beleid: één ’s jaar 2026'.split(
    ' ',
  )

/** A small generator (mulberry32), so that a failing seed can be run again. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number
const pick = <T>(random: Random, from: T[]) => from[Math.floor(random() * from.length)]!
const sentence = (random: Random, most: number) =>
  Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(random, vocabulary)).join(
    pick(random, [' ', ' ', '  ']),
  )

function randomBlock(random: Random): JSONContent {
  const kind = random()
  if (kind < 0.15) return heading(2 + Math.floor(random() * 3), sentence(random, 4))
  if (kind < 0.3)
    return list(
      pick(random, ['bulletList', 'orderedList']),
      [p(sentence(random, 6))],
      [p(sentence(random, 6)), p(sentence(random, 3))],
    )
  if (kind < 0.4) return table([sentence(random, 2), sentence(random, 2)], [sentence(random, 3), sentence(random, 3)])
  if (kind < 0.5) return tasks([sentence(random, 5), random() < 0.5])
  if (kind < 0.6) return p(sentence(random, 8), { type: 'hardBreak' }, text(sentence(random, 3), { type: 'bold' }))
  return p(sentence(random, 25))
}

const randomDocument = (random: Random) =>
  doc(...Array.from({ length: Math.floor(random() * 12) }, () => randomBlock(random)))

function edited(before: JSONContent, random: Random): JSONContent {
  const content = (before.content ?? []).flatMap(block => {
    const fate = random()
    if (fate < 0.1) return []
    if (fate < 0.25) return [block, randomBlock(random)]
    if (fate < 0.45 && block.type === 'paragraph')
      return [p(`${sentence(random, 3)} `, ...(block.content ?? []), ' slot')]
    if (fate < 0.5) return [randomBlock(random)]
    return [block]
  })
  return doc(...content, ...(random() < 0.3 ? [randomBlock(random)] : []))
}

const plainText = (content: JSONContent) =>
  textBlocks(content)
    .map(block => block.text)
    .join('\n')
const joined = (rows: DifferenceRow[], side: 'before' | 'after') =>
  rows.flatMap(row => row[side]?.segments.map(segment => segment.text).join('') ?? []).join('\n')
