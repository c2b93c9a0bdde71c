import { useNavigate, useSearchParams } from '@remix-run/react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PaintedThread } from '#app/editor/threads/thread-painter'
import type { MarkedThread, Thread } from '#server/discussions/discussion.shared'
import { type Composing, DiscussionContext, type TextHandle } from './discussion-context'
import { DraftsContext } from './drafts'
import { useThreadKeys } from './use-thread-keys'

export const DRAFT = 'draft'

interface DiscussionProviderProps {
  marks: MarkedThread[]
  threads: Thread[]
  canDiscuss: boolean
  children: (shown: {
    /** the threads that are marked in the text, in its order */
    placed: string[]
    composing: Composing | null
    setComposing: (composing: Composing | null) => void
    activeId: string | null
    /** opened by somebody at this screen, not by the address */
    isOpened: boolean
    close: () => void
  }) => ReactNode
}

/** What a text and the discussions beside it must know of each other. */
export function DiscussionProvider({ marks, threads, canDiscuss, children }: DiscussionProviderProps) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const asked = search.get('thread')
  const [activeId, setActiveId] = useState(asked)
  const [isOpened, setOpened] = useState(false)
  const [text, setText] = useState<TextHandle | null>(null)
  const [placed, setPlaced] = useState<string[]>([])
  const [composing, setComposing] = useState<Composing | null>(null)
  const drafts = useRef(new Map<string, string>())
  const loaded = useRef(new Set<string>())
  loaded.current = new Set(threads.map(thread => thread.id))
  const address = useRef(search)
  address.current = search

  useEffect(() => setActiveId(asked), [asked])

  const open = useCallback(
    (id: string | null) => {
      if (id === DRAFT) return
      setActiveId(id)
      setOpened(id !== null)
      if (!id || loaded.current.has(id)) return
      const to = new URLSearchParams(address.current)
      to.set('thread', id)
      navigate(`?${to}`, { replace: true, preventScrollReset: true })
    },
    [navigate],
  )
  const setPlaces = useCallback(
    (ids: string[]) => setPlaced(before => (before.join() === ids.join() ? before : ids)),
    [],
  )

  const order = useMemo(() => {
    const known = placed.filter(id => id !== DRAFT)
    return [...known, ...threads.map(thread => thread.id).filter(id => !known.includes(id))]
  }, [placed, threads])
  const step = useCallback(
    (direction: 1 | -1) => {
      if (order.length === 0) return
      const at = activeId ? order.indexOf(activeId) : direction > 0 ? -1 : 0
      const next = order[(at + direction + order.length) % order.length]!
      open(next)
      text?.reveal(next)
      // The card may only now be drawn beside the text.
      requestAnimationFrame(() =>
        document.getElementById(`thread-${next}`)?.focus({ preventScroll: placed.includes(next) }),
      )
    },
    [order, activeId, open, text, placed],
  )
  useThreadKeys(step)

  const compose = useCallback(
    (kind: Composing['kind']) => {
      setComposing({ kind, passage: text?.selected() ?? null })
      setActiveId(null)
    },
    [text],
  )

  const passage = composing?.passage
  const painted = useMemo<PaintedThread[]>(
    () => [...marks, ...(passage ? [{ ...passage, id: DRAFT, kind: 'draft' as const }] : [])],
    [marks, passage],
  )
  const state = useMemo(
    () => ({ canDiscuss, threads: painted, activeId, open, step, compose, text, setText, setPlaces }),
    [canDiscuss, painted, activeId, open, step, compose, text, setPlaces],
  )
  return (
    <DraftsContext.Provider value={drafts.current}>
      <DiscussionContext.Provider value={state}>
        {children({ placed, composing, setComposing, activeId, isOpened, close: () => setOpened(false) })}
      </DiscussionContext.Provider>
    </DraftsContext.Provider>
  )
}
