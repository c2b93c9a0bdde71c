import * as Y from 'yjs'

/** Characters of a text, by the Yjs client that typed them: client id, clock of the first, how many. */
export type WordRange = [client: number, clock: number, length: number]

/** A place between two characters of a paragraph. */
export interface TextPlace {
  words: Y.XmlText
  index: number
}

/** A stretch of a text: from a character up to another, in characters of `TextMap.text`. */
export interface Stretch {
  from: number
  to: number
  text: string
}

interface Piece {
  words: Y.XmlText
  /** in its paragraph, and in the whole text */
  index: number
  at: number
  client: number
  clock: number
  length: number
}

/**
 * A text as one string, paragraphs on lines of their own, in which every character is known by who typed it. It is built in
 * one walk, and true until the text changes.
 */
export class TextMap {
  readonly text: string
  private readonly pieces: Piece[] = []
  private readonly byClient = new Map<number, Piece[]>()
  private readonly starts = new Map<Y.XmlText, number>()

  constructor(fragment: Y.XmlFragment) {
    const lines: string[] = []
    let at = 0
    for (const words of textsOf(fragment)) {
      this.starts.set(words, at)
      const line = this.read(words, at)
      lines.push(line)
      at += line.length + 1
    }
    this.text = lines.join('\n')
    for (const pieces of this.byClient.values()) pieces.sort((one, other) => one.clock - other.clock)
  }

  /** @returns from the first to the last of these characters that still stand; null: none does */
  find(ranges: WordRange[]): Stretch | null {
    let from = Number.POSITIVE_INFINITY
    let to = -1
    for (const [client, clock, length] of ranges) {
      const pieces = this.byClient.get(client) ?? []
      for (let i = firstReaching(pieces, clock); i < pieces.length; i++) {
        const piece = pieces[i]!
        if (piece.clock >= clock + length) break
        const start = Math.max(clock, piece.clock) - piece.clock
        const end = Math.min(clock + length, piece.clock + piece.length) - piece.clock
        from = Math.min(from, piece.at + start)
        to = Math.max(to, piece.at + end)
      }
    }
    return to < 0 ? null : this.stretch(from, to)
  }

  /** @returns the only place where the text says this; null when it says it nowhere, or more than once */
  findQuote(quote: string): Stretch | null {
    const from = this.text.indexOf(quote)
    if (from < 0 || this.text.indexOf(quote, from + 1) >= 0) return null
    return this.stretch(from, from + quote.length)
  }

  stretch(from: number, to: number): Stretch {
    return { from, to, text: this.text.slice(from, to) }
  }

  /** @returns where in the string a place is; undefined for what is no part of the text */
  offsetOf({ words, index }: TextPlace): number | undefined {
    const start = this.starts.get(words)
    return start === undefined || index > words.length ? undefined : start + index
  }

  /** @returns the paragraphs that a stretch goes through, and what part of each; the first and last are never empty */
  partsOf({ from, to }: Pick<Stretch, 'from' | 'to'>): { words: Y.XmlText; from: number; to: number }[] {
    return [...this.starts].flatMap(([words, start]) => {
      const part = { words, from: Math.max(0, from - start), to: Math.min(words.length, to - start) }
      return start <= to && start + words.length >= from && part.to >= part.from ? [part] : []
    })
  }

  /** @returns the characters of a stretch, in reading order */
  rangesOf({ from, to }: Pick<Stretch, 'from' | 'to'>): WordRange[] {
    const found: WordRange[] = []
    for (const { at, client, clock, length } of this.pieces) {
      const start = Math.max(from, at)
      const end = Math.min(to, at + length)
      if (start >= end) continue
      const last = found.at(-1)
      const first = clock + start - at
      if (last?.[0] === client && last[1] + last[2] === first) last[2] += end - start
      else found.push([client, first, end - start])
    }
    return found
  }

  private read(words: Y.XmlText, start: number): string {
    let line = ''
    for (let item = words._start; item; item = item.right) {
      if (item.deleted || !item.countable) continue
      const { client, clock } = item.id
      const piece = { words, index: line.length, at: start + line.length, client, clock, length: item.length }
      this.pieces.push(piece)
      const known = this.byClient.get(client)
      if (known) known.push(piece)
      else this.byClient.set(client, [piece])
      line += item.content instanceof Y.ContentString ? item.content.str : '\ufffc'.repeat(item.length)
    }
    return line
  }
}

function textsOf(node: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return node.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsOf(child) : []
  })
}

/** The first piece, in the order of clocks, that goes beyond a clock. */
function firstReaching(pieces: Piece[], clock: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { clock: start, length } = pieces[middle]!
    if (start + length > clock) high = middle
    else low = middle + 1
  }
  return low
}
