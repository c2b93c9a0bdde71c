import * as Y from 'yjs'
import { type DocumentSocket, toBytes } from './document-socket'

interface FeedOptions {
  doc: Y.Doc
  socket: DocumentSocket
  documentId: string
  /** somebody typed here */
  edited(update: Uint8Array): void
  /** what came from the server leans on something that did not come */
  missed(): void
}

/** Carries changes into a document and out of it: what others wrote goes in, what was typed here comes out. */
export class DocumentFeed {
  private isApplying = false

  constructor(private readonly options: FeedOptions) {
    options.doc.on('update', this.changed)
    options.socket.on('document:update', this.received)
  }

  apply(update: Uint8Array): void {
    this.isApplying = true
    try {
      Y.applyUpdate(this.options.doc, update, this)
    } finally {
      this.isApplying = false
    }
  }

  close(): void {
    this.options.doc.off('update', this.changed)
    this.options.socket.off('document:update', this.received)
  }

  private readonly received = ({ documentId, update }: { documentId: string; update: Uint8Array }) => {
    if (documentId !== this.options.documentId) return
    this.apply(toBytes(update))
    if (this.options.doc.store.pendingStructs) this.options.missed()
  }

  private readonly changed = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!transaction.local) return
    // Yjs tidies formatting up after a colleague's edit, on every screen: that is nobody's edit.
    if (this.isApplying && Y.decodeUpdate(update).structs.length === 0) return
    this.options.edited(update)
  }
}
