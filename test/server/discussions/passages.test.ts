import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { carriedWords } from '#server/discussions/carry-marks'
import { findPassage, mapOf, resolveMark } from '#server/discussions/passage.shared'
import { replaceWords } from '#server/discussions/replace-words'
import type { Stretch, TextMap, WordRange } from '#server/discussions/text-map.shared'
import { TEXT_FIELD, textSchema } from '#server/documents/text-schema.shared'
import { markQuote, writeLines } from './discussed-text'

/** The same numbers for the same seed, so that a failure can be run again. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const alphabet = 'abcdefghijklmnop '

/** Types, deletes, replaces, splits and joins as people do, in one client. */
function edit(text: Y.Doc, random: ReturnType<typeof numbers>): void {
  const lines = mapOf(text).text.split('\n')
  const at = random(lines.length)
  const line = lines[at]!
  const from = random(line.length + 1)
  const to = Math.min(line.length, from + random(9))
  const typed = Array.from({ length: 1 + random(5) }, () => alphabet[random(alphabet.length)]).join('')
  switch (random(7)) {
    case 0:
      lines.splice(at, 1, line.slice(0, from), line.slice(from))
      break
    case 1:
      if (lines.length > 1) lines.splice(at, 1)
      break
    case 2:
      if (at > 0) lines.splice(at - 1, 2, `${lines[at - 1]}${line}`)
      break
    case 3:
      lines[at] = line.slice(0, from) + line.slice(to)
      break
    case 4:
      lines[at] = line.slice(0, from) + typed + line.slice(to)
      break
    default:
      lines[at] = line.slice(0, from) + typed + line.slice(from)
  }
  writeLines(text, lines.length > 0 ? lines : [''])
}

/** Every character of a text that was ever typed, in its order, with those that were deleted. */
function everyCharacter(text: Y.Doc): { key: string; isThere: boolean }[] {
  const found: { key: string; isThere: boolean }[] = []
  const walk = (node: Y.XmlFragment | Y.XmlElement | Y.XmlText) => {
    for (let item = node._start; item; item = item.right) {
      if (item.content instanceof Y.ContentType) walk(item.content.type as Y.XmlElement)
      else if (item.content instanceof Y.ContentString) {
        for (let i = 0; i < item.length; i++)
          found.push({ key: `${item.id.client} ${item.id.clock + i}`, isThere: !item.deleted })
      }
    }
  }
  walk(text.getXmlFragment(TEXT_FIELD))
  return found
}

const keysOf = (ranges: WordRange[]) =>
  ranges.flatMap(([client, clock, length]) => Array.from({ length }, (_, i) => `${client} ${clock + i}`))

const keysIn = (map: TextMap, stretch: Stretch | null) => (stretch ? keysOf(map.rangesOf(stretch)) : [])

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'marks stay on their words while three people edit at once (seed %i)',
  seed => {
    const random = numbers(seed + 1)
    const begin = new Y.Doc()
    writeLines(begin, ['Wie vrijwilligt, meldt dat vooraf.', 'De dienst kan weigeren.', 'Daarna volgt beroep.'])
    const texts = [1, 2, 3].map(id => {
      const text = new Y.Doc()
      // Deleted words stay known, so that the test can see where they stood.
      text.gc = false
      text.clientID = id
      Y.applyUpdate(text, Y.encodeStateAsUpdate(begin))
      return text
    })
    const meet = () => {
      for (const one of texts) for (const other of texts) Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    }
    const kept: { words: WordRange[]; quote: string; own: string[] }[] = []
    for (let round = 0; round < 12; round++) {
      const text = texts[random(3)]!
      const map = mapOf(text)
      const from = random(map.text.length)
      const quote = map.text.slice(from, from + 1 + random(25))
      // What anybody wrote is stored before somebody can mark it.
      meet()
      if (quote.trim() !== '' && mapOf(text).text.includes(quote) && !/^\n|\n$/.test(quote)) {
        const mark = markQuote(text, quote)
        const bytes = (value: string) => Uint8Array.from(atob(value), character => character.charCodeAt(0))
        const there = texts[2]!
        const found = resolveMark(there, mapOf(there), bytes(mark.from), bytes(mark.to))
        expect(found?.text).toBe(quote)
        const words = mapOf(there).rangesOf(found!)
        kept.push({ words, quote, own: keysOf(words) })
      }
      for (let edits = 0; edits < 6; edits++) edit(texts[random(3)]!, random)
      if (random(2) === 0) meet()

      for (const text of texts) {
        const map = mapOf(text)
        const all = everyCharacter(text)
        const place = new Map(all.map(({ key }, index) => [key, index]))
        for (const { words, quote, own } of kept) {
          const found = findPassage(map, { words, quote })
          const standing = own.filter(key => all[place.get(key) ?? -1]?.isThere)
          const marked = keysIn(map, found)
          if (standing.length === 0) {
            // Nothing of it stands: it is not marked, or where the text says just the same.
            if (found) expect(found.text).toBe(quote)
            continue
          }
          expect(standing.every(key => marked.includes(key))).toBe(true)
          // Its ends are its own words; between them may stand what was typed there.
          expect([own.includes(marked[0]!), own.includes(marked.at(-1)!)]).toEqual([true, true])
        }
      }
    }
    meet()
    const said = (text: Y.Doc) => kept.map(one => findPassage(mapOf(text), one)?.text ?? null)
    expect(said(texts[1]!)).toEqual(said(texts[0]!))
    expect(said(texts[2]!)).toEqual(said(texts[0]!))
    expect(kept.length).toBeGreaterThan(3)
  },
)

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'marks stay on their words while wording of other lengths is taken over (seed %i)',
  seed => {
    const random = numbers(seed + 101)
    const text = new Y.Doc()
    text.gc = false
    text.clientID = 1
    writeLines(text, [
      'Wie vrijwilligt, meldt dat vooraf aan de dienst.',
      'De dienst kan weigeren.',
      'Daarna volgt beroep.',
    ])
    const kept: { words: WordRange[]; quote: string }[] = []
    for (let round = 0; round < 10; round++) {
      const { text: says } = mapOf(text)
      const at = random(says.length)
      const quote = says.slice(at, at + 3 + random(25))
      if (quote.trim() !== '' && !/^\n|\n$/.test(quote))
        kept.push({ quote, words: mapOf(text).rangesOf({ from: at, to: at + quote.length }) })

      const map = mapOf(text)
      const from = random(map.text.length)
      const passage = map.stretch(from, Math.min(map.text.length, from + 1 + random(60)))
      const words = passage.text.split(/(?<=[ \n])/)
      for (let i = random(4); i > 0; i--)
        words.splice(random(words.length + 1), random(2), ['\n', 'nieuw ', 'x'][random(3)]!)
      const replacement = words.join('').replace(/\n{2,}/g, '\n')
      const expected = map.text.slice(0, passage.from) + replacement + map.text.slice(passage.to)
      text.clientID = round + 2
      const { moved } = replaceWords(text, map, passage, replacement)
      // A paragraph of which nothing is left is no line any more.
      expect(mapOf(text).text || '').toBe(expected === '' ? '' : expected)
      for (const one of kept) one.words = [...one.words, ...carriedWords(one.words, moved)]

      const all = everyCharacter(text)
      const standing = new Set(all.filter(one => one.isThere).map(one => one.key))
      for (const one of kept) {
        const found = findPassage(mapOf(text), one)
        const own = keysOf(one.words).filter(key => standing.has(key))
        const marked = keysIn(mapOf(text), found)
        if (own.length === 0) {
          if (found) expect(found.text).toBe(one.quote)
          continue
        }
        expect(own.every(key => marked.includes(key))).toBe(true)
        expect([own.includes(marked[0]!), own.includes(marked.at(-1)!)]).toEqual([true, true])
      }
    }
    const again = new Y.Doc()
    Y.applyUpdate(again, Y.encodeStateAsUpdate(text))
    expect(mapOf(again).text).toBe(mapOf(text).text)
  },
)

test('a paragraph more or less in lists, tables, code and broken lines leaves a text that holds together', () => {
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const content = [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Kop' }] },
    { type: 'bulletList', content: ['Een', 'Twee'].map(text => ({ type: 'listItem', content: [paragraph(text)] })) },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: ['A', 'B'].map(text => ({ type: 'tableCell', content: [paragraph(text)] })) },
      ],
    },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Regel' }, { type: 'hardBreak' }, { type: 'text', text: 'volgende' }],
    },
    { type: 'codeBlock', content: [{ type: 'text', text: 'een\ntwee' }] },
    { type: 'blockquote', content: [paragraph('Gezegd')] },
  ]
  const after = (quote: string, replacement: string) => {
    const text = new Y.Doc()
    prosemirrorJSONToYXmlFragment(textSchema, { type: 'doc', content }, text.getXmlFragment(TEXT_FIELD))
    const map = mapOf(text)
    const from = map.text.indexOf(quote)
    replaceWords(text, map, map.stretch(from, from + quote.length), replacement)
    const json = yXmlFragmentToProsemirrorJSON(text.getXmlFragment(TEXT_FIELD))
    textSchema.nodeFromJSON(json).check()
    return { says: mapOf(text).text, kinds: json.content.map((block: { type: string }) => block.type) }
  }
  const all = 'Kop\nEen\nTwee\nA\nB\nRegel\nvolgende\neen\ntwee\nGezegd'
  const kinds = content.map(({ type }) => type)
  expect(after('Kop', 'Kop\nTussen')).toEqual({
    says: all.replace('Kop', 'Kop\nTussen'),
    kinds: ['heading', 'paragraph', ...kinds.slice(1)],
  })
  expect(after('Twee', 'Twee\nDrie')).toEqual({ says: all.replace('Twee', 'Twee\nDrie'), kinds })
  expect(after('Een\nTwee', 'Twee')).toEqual({ says: all.replace('Een\n', ''), kinds })
  expect(after('Een\nTwee', '')).toEqual({
    says: all.replace('Een\nTwee\n', ''),
    kinds: kinds.filter(kind => kind !== 'bulletList'),
  })
  expect(after('A\nB', 'A en B').says).toBe(all.replace('A\nB', 'A en B\n'))
  expect(after('A', 'A\nA2').says).toBe(all.replace('A', 'A\nA2'))
  expect(after('Regel', 'Regel\nen nog een')).toEqual({ says: all.replace('Regel', 'Regel\nen nog een'), kinds })
  expect(after('Regel\nvolgende', 'Regel').says).toBe(all.replace('\nvolgende', ''))
  expect(after('een\ntwee', 'een\nanderhalf\ntwee').says).toBe(all.replace('een\ntwee', 'een\nanderhalf\ntwee'))
  expect(() => after('twee\nGezegd', 'Niets')).toThrow('other-lines')
  expect(after('Gezegd', '').kinds).toEqual(kinds.slice(0, -1))
})

test('five hundred passages of a long text are found in a moment', () => {
  const text = new Y.Doc()
  writeLines(
    text,
    Array.from({ length: 500 }, (_, i) => `Alinea ${i}: ${'woorden die er staan, '.repeat(10)}en einde ${i}.`),
  )
  const map = mapOf(text)
  const kept = Array.from({ length: 500 }, (_, i) => {
    const quote = `einde ${i}.`
    const from = map.text.indexOf(quote)
    return { words: map.rangesOf({ from, to: from + quote.length }), quote }
  })
  const began = performance.now()
  const again = mapOf(text)
  expect(kept.every(one => findPassage(again, one)?.text === one.quote)).toBe(true)
  expect(performance.now() - began).toBeLessThan(500)
})
