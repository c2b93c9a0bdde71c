import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { LiveDocument } from '#app/collab/use-document'
import { useDiscussionState } from '#app/discussions/discussion-context'
import { findPassage, mapOf, markPassage } from '#server/discussions/passage.shared'
import { endsOf, selectedPassage, typedPassage } from './passage-selection'
import { markedPlaces } from './thread-marks'
import { ThreadPainter } from './thread-painter'

/** Marks what is discussed in a live text, and lets the discussions beside it ask where that is. */
export function useThreadMarks({ editor, live }: { editor: Editor | null; live: LiveDocument | null }): void {
  const discussion = useDiscussionState()
  const [painter, setPainter] = useState<ThreadPainter | null>(null)
  const { setText, setPlaces, open, threads, activeId } = discussion ?? {}

  useEffect(() => {
    if (!editor || !live || !setText || !setPlaces || !open) return
    const { doc } = live
    const created = new ThreadPainter(editor, doc)
    setPainter(created)
    setText({
      selected: () => selectedPassage(editor, doc),
      find: typed => typedPassage(doc, typed),
      mark: passage => {
        const map = mapOf(doc)
        const found = findPassage(map, passage)
        const ends = found && endsOf(map, found)
        return (ends && markPassage(map, ...ends)) ?? null
      },
      topOf: id => topOf(editor, id),
      reveal: id => reveal(editor, id),
      focus: () => editor.commands.focus(),
    })
    const tell = () => setPlaces(created.painted.get().places.map(place => place.id))
    const stop = created.painted.subscribe(tell)
    const onClick = (event: MouseEvent) => {
      const mark = event.target instanceof Element && event.target.closest<HTMLElement>('[data-thread]')
      if (mark && editor.state.selection.empty) open(mark.dataset.thread ?? null)
    }
    const { dom } = editor.view
    dom.addEventListener('click', onClick)
    return () => {
      stop()
      dom.removeEventListener('click', onClick)
      setText(null)
      setPainter(null)
      created.destroy()
    }
  }, [editor, live, setText, setPlaces, open])

  useEffect(() => {
    if (threads) painter?.show(threads, activeId ?? null)
  }, [painter, threads, activeId])
}

const placeIn = (editor: Editor, id: string) => markedPlaces(editor.state).find(place => place.id === id)

function topOf(editor: Editor, id: string): number | undefined {
  const place = editor.isDestroyed ? undefined : placeIn(editor, id)
  return place && editor.view.coordsAtPos(place.from, 1).top
}

function reveal(editor: Editor, id: string): void {
  const place = placeIn(editor, id)
  const node = place && editor.view.domAtPos(place.from, 1).node
  const element = node instanceof Element ? node : node?.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
}
