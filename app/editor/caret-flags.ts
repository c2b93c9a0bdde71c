import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { CursorIdentity } from '#server/collab/protocol.shared'

/** So long after a keystroke it says who is there. */
const FLAG_MS = 2_000

/** The carets of others: in the colour of their sector, with a flag that names them while they type. */
export class CaretFlags {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private text: HTMLElement | undefined

  constructor(
    private readonly doc: Y.Doc,
    private readonly awareness: Awareness,
  ) {}

  /** @param text where the carets are */
  show(text: HTMLElement): void {
    this.text = text
    this.awareness.on('change', this.moved)
    this.doc.on('afterTransaction', this.edited)
  }

  destroy(): void {
    this.awareness.off('change', this.moved)
    this.doc.off('afterTransaction', this.edited)
    for (const timer of this.timers.values()) clearTimeout(timer)
  }

  readonly render = (user: Record<string, unknown>): HTMLElement => {
    const { personId, name, bodyCode } = user as Partial<CursorIdentity>
    const caret = document.createElement('span')
    caret.className = `caret ${sectorClass(user)}`
    caret.dataset.person = personId ?? ''
    // Who listens to the page hears who is here from the list above the text.
    caret.setAttribute('aria-hidden', 'true')
    const flag = document.createElement('span')
    const code = document.createElement('b')
    code.textContent = bodyCode ?? ''
    flag.append(code, document.createTextNode(name && bodyCode ? ` ${name}` : ''))
    caret.append(flag)
    if (!personId || !this.timers.has(personId)) caret.classList.add('at-rest')
    return caret
  }

  readonly renderSelection = (user: Record<string, unknown>) => ({ class: `caret-selection ${sectorClass(user)}` })

  private readonly moved = ({ added, updated }: { added: number[]; updated: number[] }) => {
    for (const client of [...added, ...updated]) this.raise(client)
  }

  /** At the end of a line a caret stays where it is while text comes before it. */
  private readonly edited = (transaction: Y.Transaction) => {
    if (transaction.local) return
    for (const [client, clock] of transaction.afterState) {
      if (transaction.beforeState.get(client) !== clock) this.raise(client)
    }
  }

  private raise(client: number): void {
    const personId: string | undefined = this.awareness.getStates().get(client)?.user?.personId
    if (!personId || client === this.awareness.clientID) return
    clearTimeout(this.timers.get(personId))
    this.timers.set(
      personId,
      setTimeout(() => this.lower(personId), FLAG_MS),
    )
    // The caret itself is drawn in answer to the same event.
    queueMicrotask(() => {
      for (const caret of this.caretsOf(personId)) {
        caret.classList.remove('at-rest')
        this.place(caret)
      }
    })
  }

  private lower(personId: string): void {
    this.timers.delete(personId)
    for (const caret of this.caretsOf(personId)) caret.classList.add('at-rest')
  }

  private caretsOf(personId: string): HTMLElement[] {
    const carets = this.text?.querySelectorAll<HTMLElement>('.caret') ?? []
    return [...carets].filter(caret => caret.dataset.person === personId)
  }

  /** Turned where the flag would fall off the page, or be cut off by the table that it is in. */
  private place(caret: HTMLElement): void {
    const flag = caret.firstElementChild
    const edge = this.text?.parentElement?.getBoundingClientRect()
    if (!flag || !edge) return
    caret.classList.remove('left', 'below')
    const { right, top } = flag.getBoundingClientRect()
    if (right > edge.right) caret.classList.add('left')
    const table = caret.closest('.tableWrapper')?.getBoundingClientRect()
    if (table && top < table.top) caret.classList.add('below')
  }
}

function sectorClass({ colour }: { colour?: unknown }): string {
  return Number.isInteger(colour) ? `sector-${colour}` : ''
}
