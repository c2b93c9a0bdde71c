import { useEffect, useRef } from 'react'

/** Puts who adds a row to a form in its first field. @param rows how many there are */
export function useNewRow<Element extends HTMLElement>(rows: number) {
  const list = useRef<Element>(null)
  const before = useRef(rows)
  useEffect(() => {
    const isAdded = rows > before.current
    before.current = rows
    if (!isAdded) return
    const added = list.current?.querySelectorAll('.follow-up-row')
    const fields = added?.[rows - 1]?.querySelectorAll<HTMLElement>('select, input:not([type=hidden]), textarea')
    // What is filled in already needs no one.
    const first = [...(fields ?? [])].find(field => !(field as HTMLSelectElement).value) ?? fields?.[0]
    first?.focus()
  }, [rows])
  return list
}
