import { useCallback, useEffect, useState } from 'react'

const keyOf = (itemId: string) => `draft of a decision about ${itemId}`

/** What was typed of a decision, as its form begins with it. */
export type Draft = Record<string, unknown>

/** Keeps what is typed about an item in this tab, so that a reload or an expired session takes nothing away. */
export const keepDraft = (itemId: string, draft: Draft) => sessionStorage.setItem(keyOf(itemId), JSON.stringify(draft))

/** @returns `draft`: what was typed about an item in this tab before, once it is read; the form must begin anew with it */
export function useDraft(itemId: string): { draft: Draft | undefined; forget: () => void } {
  const [draft, setDraft] = useState<Draft>()
  useEffect(() => {
    const kept = sessionStorage.getItem(keyOf(itemId))
    if (kept) setDraft(JSON.parse(kept) as Draft)
  }, [itemId])
  const forget = useCallback(() => {
    sessionStorage.removeItem(keyOf(itemId))
    setDraft(undefined)
  }, [itemId])
  return { draft, forget }
}
