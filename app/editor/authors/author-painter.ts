import type { Editor } from '@tiptap/core'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { Observable } from '#app/collab/observable'
import { sameOwner, type WordAuthor, type WordOwner } from '#server/documents/authorship.shared'
import { TEXT_FIELD } from '#server/documents/text-schema.shared'
import { typedRuns } from '#server/documents/word-runs.shared'
import { AuthorDirectory } from './author-directory'
import { type AuthorMarks, authorMarksKey } from './author-marks'
import { type WordPlace, wordPlaces } from './word-places'

/** How an author's words look: a class, what stands before them, and what is said where one points. */
export interface AuthorLook {
  className: string
  code: string
  title: string
}

/** Whose words are in a text, in characters. */
export interface Shares {
  /** null: the server did not say yet */
  authors: WordAuthor[] | null
  written: Map<number, number>
  broughtBack: Map<number, number>
  fromPlan: number
  /** typed, but not known yet by whom */
  pending: number
}

interface Run {
  length: number
  /** of the first character: some take two places */
  lead: number
  owner: WordOwner | undefined
}

/** Changes that come together are painted once. */
const TOGETHER_MS = 120

const unknownYet: Shares = { authors: null, written: new Map(), broughtBack: new Map(), fromPlan: 0, pending: 0 }

/**
 * Marks the words of a live text with whose they are, and keeps that true while people type: only the paragraphs that changed
 * are looked at again.
 */
export class AuthorPainter {
  readonly shares = new Observable<Shares>(unknownYet)
  private readonly directory: AuthorDirectory
  private readonly fragment: Y.XmlFragment
  /** what was found in a paragraph; taken away when it changes */
  private runs = new WeakMap<Y.XmlText, Run[]>()
  private isAllStale = true
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly editor: Editor,
    private readonly doc: Y.Doc,
    documentId: string,
    private look: (owner: WordOwner, authors: WordAuthor[]) => AuthorLook | null,
  ) {
    this.fragment = doc.getXmlFragment(TEXT_FIELD)
    this.directory = new AuthorDirectory(documentId, this.learned)
    doc.on('afterTransaction', this.edited)
    this.directory.ask()
  }

  /** Paints the same in another way. */
  repaint(look: AuthorPainter['look']): void {
    this.look = look
    this.isAllStale = true
    this.paint()
  }

  destroy(): void {
    clearTimeout(this.timer)
    this.doc.off('afterTransaction', this.edited)
    this.directory.destroy()
    if (!this.editor.isDestroyed) this.show(null)
  }

  private readonly edited = ({ changed, local }: Y.Transaction) => {
    if (changed.size === 0) return
    for (const type of changed.keys()) if (type instanceof Y.XmlText) this.runs.delete(type)
    if (!local) this.directory.hearNews()
    this.paintSoon()
  }

  private readonly learned = () => {
    this.runs = new WeakMap()
    this.isAllStale = true
    this.paintSoon()
  }

  private paintSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.paint()
    }, TOGETHER_MS)
  }

  private paint(): void {
    if (this.editor.isDestroyed) return
    if (!this.directory.owners) this.directory.ask()
    // Whoever composes a letter of several keys must find it as they left it.
    else if (this.editor.view.composing) this.paintSoon()
    else this.paintNow()
  }

  private paintNow(): void {
    const places = wordPlaces(this.fragment, this.editor.state.doc)
    const marks = this.isAllStale ? null : authorMarksKey.getState(this.editor.state)
    this.show({ set: marks ? this.mend(marks, places) : this.paintAll(places), stale: null })
    this.isAllStale = false
    this.count(places)
  }

  private paintAll(places: WordPlace[]): DecorationSet {
    return DecorationSet.create(
      this.editor.state.doc,
      places.flatMap(place => this.marksOf(place)),
    )
  }

  /** Paints again what is new, and what stands where the editor replaced something. */
  private mend({ set, stale }: AuthorMarks, places: WordPlace[]): DecorationSet {
    const touched = places.filter(
      ({ words, from, to }) => !this.runs.has(words) || (stale !== null && from <= stale.to && to >= stale.from),
    )
    const old = touched.flatMap(({ from, to }) => set.find(from, to).filter(mark => mark.from < to && mark.to > from))
    return set.remove(old).add(
      this.editor.state.doc,
      touched.flatMap(place => this.marksOf(place)),
    )
  }

  private marksOf({ words, from }: WordPlace): Decoration[] {
    const { owners } = this.directory
    let at = from
    return this.runsOf(words).flatMap(({ length, lead, owner }) => {
      const start = at
      at += length
      const look = owner && owners ? this.look(owner, owners.authors) : null
      if (!look) return []
      return [
        Decoration.inline(start, at, { class: look.className, title: look.title }),
        Decoration.inline(start, start + lead, { 'data-code': look.code }),
      ]
    })
  }

  private runsOf(words: Y.XmlText): Run[] {
    const known = this.runs.get(words)
    if (known) return known
    const found: Run[] = []
    for (const typed of typedRuns(words))
      for (const { text, owner } of this.directory.owners?.split(typed) ?? []) {
        const last = found.at(-1)
        if (last && sameOwner(last.owner, owner)) last.length += text.length
        else found.push({ length: text.length, lead: String.fromCodePoint(text.codePointAt(0) ?? 0).length, owner })
      }
    this.runs.set(words, found)
    return found
  }

  private count(places: WordPlace[]): void {
    const written = new Map<number, number>()
    const broughtBack = new Map<number, number>()
    let fromPlan = 0
    let pending = 0
    for (const { words } of places)
      for (const { length, owner } of this.runsOf(words)) {
        if (!owner) pending += length
        else if (owner.author === null) fromPlan += length
        else written.set(owner.author, (written.get(owner.author) ?? 0) + length)
        const restorer = owner?.restoredBy
        if (typeof restorer === 'number') broughtBack.set(restorer, (broughtBack.get(restorer) ?? 0) + length)
      }
    this.shares.change({ authors: this.directory.owners?.authors ?? null, written, broughtBack, fromPlan, pending })
    if (pending > 0) this.directory.ask()
  }

  private show(marks: AuthorMarks | null): void {
    this.editor.view.dispatch(this.editor.state.tr.setMeta(authorMarksKey, marks))
  }
}
