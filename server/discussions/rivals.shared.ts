import type { WordRange } from './text-map.shared'

interface Marked {
  id: string
  words: WordRange[] | null
}

/** @returns whether two passages have a character in common */
export const overlap = (one: WordRange[], other: WordRange[]): boolean =>
  one.some(([client, clock, length]) =>
    other.some(range => range[0] === client && range[1] < clock + length && clock < range[1] + range[2]),
  )

/** @returns how many of the others are about words that this one is about too */
export const countRivals = ({ id, words }: Marked, others: Marked[]): number =>
  others.filter(other => other.id !== id && words && other.words && overlap(words, other.words)).length
