import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { findPassage, mapOf, resolveMark } from '#server/discussions/passage.shared'
import type { Stretch, TextMap, WordRange } from '#server/discussions/text-map.shared'
import { TEXT_FIELD } from '#server/documents/text-schema.shared'
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
