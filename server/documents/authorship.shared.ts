import type { TextBlock } from './text-blocks.shared'
import type { TextAuthor } from './version.shared'
import type { TypedRun } from './word-runs.shared'

/** Somebody whose words are in a text, with the sector that they wrote for. */
export interface WordAuthor extends TextAuthor {
  sectorName: { nl: string; en: string }
}

type RestoredWords = [clock: number, length: number, author: number | null][]

/** Whose the words of a text are; authors are places in `authors`, null is what came with the plan. */
export interface TextOwners {
  authors: WordAuthor[]
  /** who writes under which Yjs client id */
  clients: [client: number, author: number | null][]
  /** words that stand under the client id of who brought them back, in the order of their clocks, and who wrote them; and whether
   * they were never gone, but only moved */
  restored: [client: number, words: RestoredWords, isMove: boolean][]
}

/** Whose a stretch of words is. */
export interface WordOwner {
  author: number | null
  /** who brought them back, where they were gone */
  restoredBy?: number | null
}

/** A stretch of words of one owner; without one when the server did not say yet who uses that client id. */
export interface OwnedRun extends TypedRun {
  owner: WordOwner | undefined
}

/** A block with whose words are in it. */
export interface AuthoredBlock extends Pick<TextBlock, 'kind' | 'level' | 'number' | 'checked' | 'indent'> {
  runs: (WordOwner & { text: string })[]
}

/** Who wrote which words of a text. */
export interface Authorship {
  /** whose words are in the text, who wrote most first */
  authors: (WordAuthor & { characters: number })[]
  /** who brought words back, which others wrote */
  restorers: { author: number; characters: number }[]
  blocks: AuthoredBlock[]
}

/** Tells of every stretch of words whose it is. */
export class WordOwners {
  readonly authors: WordAuthor[]
  private readonly clients: Map<number, number | null>
  private readonly restored: Map<number, { words: RestoredWords; isMove: boolean }>

  constructor({ authors, clients, restored }: TextOwners) {
    this.authors = authors
    this.clients = new Map(clients)
    this.restored = new Map(restored.map(([client, words, isMove]) => [client, { words, isMove }]))
  }

  knows(client: number): boolean {
    return this.clients.has(client)
  }

  /** Cuts a run where its owner changes. */
  split(run: TypedRun): OwnedRun[] {
    const own = this.clients.get(run.client)
    if (own === undefined) return [{ ...run, owner: undefined }]
    const pieces: OwnedRun[] = []
    const end = run.clock + run.text.length
    const take = (from: number, to: number, owner: WordOwner) => {
      if (from >= to) return
      pieces.push({ ...run, clock: from, text: run.text.slice(from - run.clock, to - run.clock), owner })
    }
    let at = run.clock
    const { words, isMove } = this.restored.get(run.client) ?? { words: [], isMove: false }
    for (const [clock, length, author] of words) {
      if (clock >= end) break
      const from = Math.max(clock, at)
      const to = Math.min(clock + length, end)
      if (from >= to) continue
      take(at, from, { author: own })
      take(from, to, author === own || isMove ? { author } : { author, restoredBy: own })
      at = to
    }
    take(at, end, { author: own })
    return pieces
  }
}

export const sameOwner = (one: WordOwner | undefined, other: WordOwner | undefined) =>
  one === other || (one && other && one.author === other.author && one.restoredBy === other.restoredBy) === true
