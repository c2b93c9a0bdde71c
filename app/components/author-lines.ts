import type { WordAuthor } from '#server/documents/authorship.shared'

/** How many ways there are to draw the line under somebody's words. */
const LINES = 4

/** Colleagues of one sector share its colour; the line under their words tells them apart. @returns 1 to 4 */
export function authorLine(authors: WordAuthor[], place: number): number {
  const { colour } = authors[place]!
  const before = authors.slice(0, place).filter(author => author.colour === colour)
  return 1 + (before.length % LINES)
}

/** The first letters of a name, two or three. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(word => /^\p{L}/u.test(word))
  return words
    .slice(0, 3)
    .map(word => [...word][0]?.toLocaleUpperCase() ?? '')
    .join('')
}
