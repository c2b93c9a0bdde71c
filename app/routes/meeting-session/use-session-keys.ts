import { useEffect } from 'react'

/** Alt with another key, so that nothing happens to who types; by `code`, since Alt makes other characters on some keyboards. */
const keys: Record<string, string> = {
  PageDown: 'next',
  PageUp: 'previous',
  KeyK: 'pause',
  KeyH: 'hand',
  KeyV: 'follow',
}

/** Presses the button or follows the link of the page that has `data-key`. */
export function useSessionKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.altKey && !event.ctrlKey && !event.metaKey && keys[event.code]
      const target = key && document.querySelector<HTMLElement>(`[data-key="${key}"]`)
      if (!target) return
      event.preventDefault()
      target.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
