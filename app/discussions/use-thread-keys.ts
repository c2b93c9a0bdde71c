import { useEffect, useRef } from 'react'

/** F8 goes to the next discussion, Shift+F8 to the one before, wherever the keyboard is. */
export function useThreadKeys(step: (direction: 1 | -1) => void): void {
  const current = useRef(step)
  current.current = step
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      current.current(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
