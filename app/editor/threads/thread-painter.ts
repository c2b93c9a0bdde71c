import type { Editor } from '@tiptap/core'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { Observable } from '#app/collab/observable'
import { findPassage, type KeptPassage, mapOf } from '#server/discussions/passage.shared'
import type { Stretch, TextMap } from '#server/discussions/text-map.shared'
import { TEXT_FIELD } from '#server/documents/text-schema.shared'
import { wordPlaces } from '../authors/word-places'
import { type MarkedPlace, markedPlaces, threadMarksKey } from './thread-marks'

/** A passage to mark. `draft`: what somebody is writing about on this screen. */
export interface PaintedThread extends KeptPassage {
  id: string
  kind: 'comment' | 'proposal' | 'draft'
}

/** What is marked, in the order of the text. */
export interface Painted {
  places: MarkedPlace[]
}

/** So long after the last key, in milliseconds, is looked again whether passages are what they were. */
const QUIET = 250

/**
 * Marks the passages of discussions in a live text. While people type, the editor carries the marks along; where passages are
 * is looked up again once it is quiet, so that a key costs nothing.
 */
export class ThreadPainter {
  readonly painted = new Observable<Painted>({ places: [] })
  private threads: PaintedThread[] = []
  private activeId: string | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly editor: Editor,
    private readonly doc: Y.Doc,
  ) {
    doc.on('afterTransaction', this.edited)
  }

  /** Says what to mark, and which of it stands out. */
  show(threads: PaintedThread[], activeId: string | null): void {
    this.threads = threads
    this.activeId = activeId
    this.paint()
  }

  destroy(): void {
    clearTimeout(this.timer)
    this.doc.off('afterTransaction', this.edited)
    if (!this.editor.isDestroyed) this.put(DecorationSet.empty)
  }

  private readonly edited = ({ changed }: Y.Transaction) => {
    if (changed.size > 0 && this.threads.length > 0) this.paintSoon()
  }

  private paintSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.paint(), QUIET)
  }

  private paint(): void {
    if (this.editor.isDestroyed) return
    // Whoever composes a letter of several keys must find it as they left it.
    if (this.editor.view.composing) {
      this.paintSoon()
      return
    }
    const { state } = this.editor
    const marks = this.threads.length > 0 ? this.marks() : []
    const before = threadMarksKey.getState(state)?.find() ?? []
    if (!sameMarks(before, marks)) this.put(DecorationSet.create(state.doc, marks))
    this.painted.change({ places: markedPlaces(this.editor.state) })
  }

  private marks(): Decoration[] {
    const map = mapOf(this.doc)
    const starts = new Map(
      wordPlaces(this.doc.getXmlFragment(TEXT_FIELD), this.editor.state.doc).map(({ words, from }) => [words, from]),
    )
    return this.threads.flatMap(thread => {
      const found = findPassage(map, thread)
      const place = found && placeOf(map, found, starts)
      if (!place) return []
      const { id, kind } = thread
      const className = `passage is-${kind}${id === this.activeId ? ' is-active' : ''}`
      return [
        Decoration.inline(place.from, place.to, { class: className, 'data-thread': id }, { threadId: id, className }),
      ]
    })
  }

  private put(marks: DecorationSet): void {
    this.editor.view.dispatch(this.editor.state.tr.setMeta(threadMarksKey, marks).setMeta('addToHistory', false))
  }
}

/** Where a stretch stands in the editor. @returns undefined where the editor does not show it (yet) */
function placeOf(map: TextMap, found: Stretch, starts: Map<Y.XmlText, number>) {
  const parts = map.partsOf(found)
  const first = parts[0]
  const last = parts.at(-1)
  const from = first && starts.get(first.words)
  const to = last && starts.get(last.words)
  if (from === undefined || to === undefined) return
  return { from: from + first!.from, to: to + last!.to }
}

const sameMarks = (before: Decoration[], after: Decoration[]) =>
  before.length === after.length && keysOf(before) === keysOf(after)

const keysOf = (marks: Decoration[]) =>
  marks
    .map(({ from, to, spec }) => `${spec.threadId} ${from} ${to} ${spec.className}`)
    .sort()
    .join()
