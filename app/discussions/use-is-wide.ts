import { useSyncExternalStore } from 'react'

/** Whether discussions stand beside the text: the same width as in discussions.css. */
const WIDE = '(min-width: 1181px)'

export function useIsWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
