import { createContext, useContext } from 'react'
import type { ChosenPassage } from '#app/editor/threads/passage-selection'
import type { PaintedThread } from '#app/editor/threads/thread-painter'
import type { MarkedPassage } from '#server/discussions/passage.shared'

export type Composing = { kind: 'comment' | 'proposal'; passage: ChosenPassage | null }

/** What a live text can do for the discussions beside it. */
export interface TextHandle {
  /** the words that are selected; null: none */
  selected(): ChosenPassage | null
  /** the only place where the text says this */
  find(typed: string): ChosenPassage | null
  /** where a passage is now, to send; null when it is gone */
  mark(passage: ChosenPassage): MarkedPassage | null
  /** how far below the top of the window a mark begins, in pixels */
  topOf(id: string): number | undefined
  /** brings a mark into view */
  reveal(id: string): void
  /** the keyboard goes back to the text */
  focus(): void
}

export interface DiscussionState {
  canDiscuss: boolean
  threads: PaintedThread[]
  activeId: string | null
  /** shows a discussion: beside the text, or over it on a phone */
  open(id: string | null): void
  step(direction: 1 | -1): void
  compose(kind: Composing['kind']): void
  /** the text tells where marks are, in its order */
  text: TextHandle | null
  setText(handle: TextHandle | null): void
  setPlaces(ids: string[]): void
}

export const DiscussionContext = createContext<DiscussionState | null>(null)

/** The discussions beside a text; null for a text that has none. */
export const useDiscussionState = () => useContext(DiscussionContext)
