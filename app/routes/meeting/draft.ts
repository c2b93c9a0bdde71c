import { useEffect, useState } from 'react'

const keyOf = (itemId: string) => `draft of a decision about ${itemId}`

/** Keeps what is typed about an item in this tab, so that a reload or an expired session takes nothing away. */
export const keepDraft = (itemId: string, text: string) => sessionStorage.setItem(keyOf(itemId), text)

export const forgetDraft = (itemId: string) => sessionStorage.removeItem(keyOf(itemId))

/**
 * Gives back what was typed in this tab before.
 * @returns whether there was any
 */
export function useDraft(itemId: string, restore: (text: string) => void): boolean {
  const [wasRestored, setRestored] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form appears
  useEffect(() => {
    const text = sessionStorage.getItem(keyOf(itemId))
    if (!text) return
    restore(text)
    setRestored(true)
  }, [itemId])
  return wasRestored
}
