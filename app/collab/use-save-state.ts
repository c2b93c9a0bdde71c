import { useEffect, useState } from 'react'
import type { DocumentSnapshot } from './document-snapshot'
import { type SaveState, saveState } from './save-state'

/** Shorter than this, nothing moves: an edit that is saved at once is not worth two messages. */
const WORTH_SHOWING_MS = 300

/**
 * The state to show of a text: the true one, except that work which takes a moment only becomes visible when the moment
 * lasts. `actual` is the true one always.
 */
export function useSaveState(snapshot: DocumentSnapshot): { shown: SaveState; actual: SaveState } {
  const actual = saveState(snapshot)
  const key = JSON.stringify(actual)
  const [shown, setShown] = useState(actual)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says everything about `actual`
  useEffect(() => {
    const isPassing = actual.kind === 'saving' || actual.kind === 'sending' || actual.kind === 'connecting'
    if (!isPassing || shown.kind === actual.kind) return setShown(actual)
    const timer = setTimeout(() => setShown(actual), WORTH_SHOWING_MS)
    return () => clearTimeout(timer)
  }, [key])
  return { shown, actual }
}
