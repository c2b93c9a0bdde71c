import type { TextBlock } from './text-blocks.shared'
import type { TextAuthor } from './version.shared'

/** A block with whose words are in it; `author` is a place in the list of authors, null for what came with the plan. */
export interface AuthoredBlock extends Pick<TextBlock, 'kind' | 'level' | 'number' | 'checked' | 'indent'> {
  runs: { text: string; author: number | null }[]
}

/** Who wrote which words of a text. */
export interface Authorship {
  /** whose words are in the text, who wrote most first */
  authors: (TextAuthor & { characters: number })[]
  blocks: AuthoredBlock[]
}
