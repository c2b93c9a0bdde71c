import { useCallback, useRef, useState } from 'react'

/** Which rows are chosen, of those on the page. */
export function useSelection(ids: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string>()
  const order = useRef(ids)
  order.current = ids
  const shown = new Set(ids)
  const selected = ids.filter(id => chosen.has(id))

  /** With `through`, from the row that was chosen last up to this one. */
  const toggle = useCallback((id: string, through = false) => {
    setChosen(before => {
      const after = new Set(before)
      const [from, to] = [order.current.indexOf(last.current ?? ''), order.current.indexOf(id)]
      if (through && from >= 0 && to >= 0) {
        for (const one of order.current.slice(Math.min(from, to), Math.max(from, to) + 1)) after.add(one)
      } else if (!after.delete(id)) after.add(id)
      return after
    })
    if (!through) last.current = id
  }, [])
  const set = useCallback((some: string[]) => setChosen(new Set(some)), [])
  return {
    selected,
    isAll: selected.length > 0 && selected.length === shown.size,
    toggle,
    selectAll: useCallback(() => setChosen(new Set(order.current)), []),
    clear: useCallback(() => set([]), [set]),
  }
}
