import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import { type DocumentSocket, toBytes } from './document-socket'

const AT_MOST_EVERY_MS = 100

interface Change {
  added: number[]
  updated: number[]
  removed: number[]
}

/** Carries this person's cursor to the others in a document, and theirs here. Nothing of it is stored. */
export class AwarenessLink {
  private timer: ReturnType<typeof setTimeout> | undefined
  private lastSent = 0
  private isOpen = false

  constructor(
    private readonly awareness: Awareness,
    private readonly socket: DocumentSocket,
    private readonly documentId: string,
  ) {
    socket.on('document:awareness', this.receive)
    awareness.on('update', this.changed)
  }

  /** The document is joined: tell the others where we are. The server told where they are. */
  open(): void {
    this.isOpen = true
    if (this.awareness.getLocalState() !== null) this.schedule(0)
  }

  /** The connection is gone: what is known of the others is no longer true. */
  close(): void {
    this.isOpen = false
    clearTimeout(this.timer)
    this.timer = undefined
    const others = [...this.awareness.getStates().keys()].filter(client => client !== this.awareness.clientID)
    removeAwarenessStates(this.awareness, others, this)
  }

  /** Takes this person's cursor off everybody's screen. */
  leave(): void {
    this.awareness.setLocalState(null)
    clearTimeout(this.timer)
    if (this.isOpen) this.send()
    this.close()
  }

  destroy(): void {
    this.leave()
    this.socket.off('document:awareness', this.receive)
    this.awareness.off('update', this.changed)
  }

  private readonly receive = (message: { documentId: string; update: Uint8Array }) => {
    if (message.documentId === this.documentId) applyAwarenessUpdate(this.awareness, toBytes(message.update), this)
  }

  private readonly changed = ({ added, updated, removed }: Change, origin: unknown) => {
    const isOwn = origin !== this && [...added, ...updated, ...removed].includes(this.awareness.clientID)
    if (this.isOpen && isOwn) this.schedule(this.lastSent + AT_MOST_EVERY_MS - Date.now())
  }

  private schedule(wait: number): void {
    if (this.timer !== undefined) return
    this.timer = setTimeout(this.send, Math.max(wait, 0))
  }

  private readonly send = () => {
    this.timer = undefined
    this.lastSent = Date.now()
    const update = encodeAwarenessUpdate(this.awareness, [this.awareness.clientID])
    this.socket.volatile.emit('document:awareness', { documentId: this.documentId, update })
  }
}
