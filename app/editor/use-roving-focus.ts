import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

/** One stop for the Tab key in a row of tools; the arrow keys go from one to the next, Home and End to the ends. */
export function useRovingFocus(row: RefObject<HTMLElement>) {
  const last = useRef<HTMLElement | null>(null)
  const tools = () => [...(row.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])]

  // Tools come and go with where the caret is, so this is looked at after every rendering.
  useLayoutEffect(() => {
    const all = tools()
    const stop = last.current && all.includes(last.current) ? last.current : all[0]
    for (const tool of all) tool.tabIndex = tool === stop ? 0 : -1
  })

  const focus = (tool: HTMLElement | undefined) => {
    if (!tool) return
    for (const other of tools()) other.tabIndex = -1
    tool.tabIndex = 0
    last.current = tool
    tool.focus()
    tool.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const all = tools()
    const at = all.indexOf(document.activeElement as HTMLElement)
    if (at === -1 || event.altKey || event.ctrlKey || event.metaKey) return
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    focus(all.at(next % all.length))
  }

  return { onKeyDown, focusFirst: () => focus(last.current ?? tools()[0]) }
}
