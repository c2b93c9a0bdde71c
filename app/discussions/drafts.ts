import { createContext, useContext, useRef } from 'react'

/** What was typed and not sent, by where: a card may move from the list to the margin, and what is in it must not be lost. */
export const DraftsContext = createContext<Map<string, string>>(new Map())

/** A text that somebody is writing. `keep` what it says now; `drop` it once it was sent. */
export function useDraft(key: string) {
  const drafts = useContext(DraftsContext)
  const first = useRef(drafts.get(key))
  return {
    text: first.current,
    keep: (text: string) => void (text ? drafts.set(key, text) : drafts.delete(key)),
    drop: () => void drafts.delete(key),
  }
}
