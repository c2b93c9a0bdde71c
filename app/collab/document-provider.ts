import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { DocumentAccess, RefusalCode, ServerToClientEvents } from '#server/collab/protocol.shared'
import { AwarenessLink } from './awareness-link'
import { Delivery } from './delivery'
import { DocumentConnection } from './document-connection'
import { DocumentFeed } from './document-feed'
import { type DocumentSnapshot, isEndOfSession, unknownYet } from './document-snapshot'
import { DocumentLine, type DocumentSocket, type Failure, type Joined } from './document-socket'
import { Observable } from './observable'
import type { OfflineStore } from './offline-store'

export interface DocumentProviderOptions {
  documentId: string
  personId: string
  doc: Y.Doc
  awareness: Awareness
  socket: DocumentSocket
  /** what the page said that is allowed, until the server says it */
  access?: DocumentAccess
  offlineStore?: OfflineStore
}

type Message<Event extends keyof ServerToClientEvents> = Parameters<ServerToClientEvents[Event]>[0]

/** A device that does not answer must not keep the text from the screen. */
const DEVICE_ANSWERS_WITHIN_MS = 1_500

/**
 * Keeps a Y.Doc the same as the server's (realtime.md): passes edits on both ways, and tells truthfully what was
 * acknowledged and what is allowed.
 */
export class DocumentProvider {
  private readonly line: DocumentLine
  private readonly connection: DocumentConnection
  private readonly feed: DocumentFeed
  private readonly delivery: Delivery
  private readonly cursors: AwarenessLink
  private readonly state: Observable<DocumentSnapshot>
  private isDestroyed = false

  constructor(private readonly options: DocumentProviderOptions) {
    const { documentId, personId, doc, awareness, socket, offlineStore } = options
    const unsaved = offlineStore?.unsentBefore ?? 0
    const access = options.access ?? unknownYet.access
    this.state = new Observable<DocumentSnapshot>({ ...unknownYet, access, unsaved, catchingUp: unsaved > 0 })
    this.line = new DocumentLine(socket, documentId, update => this.feed.apply(update))
    this.connection = new DocumentConnection({
      line: this.line,
      doc,
      joined: answer => this.joined(answer),
      gone: () => this.gone(),
      unreachable: () => this.state.change({ connection: 'offline' }),
      refused: failure => this.failed(failure),
    })
    this.feed = new DocumentFeed({
      doc,
      socket,
      documentId,
      edited: update => this.edited(update),
      missed: () => this.connection.sync(),
    })
    this.delivery = new Delivery({
      line: this.line,
      doc,
      offlineStore,
      canSend: () => this.canSend,
      changed: () => this.count(),
      delivered: () => this.state.change({ connection: 'online' }),
      failed: failure => this.failed(failure),
    })
    awareness.setLocalStateField('user', { personId })
    this.cursors = new AwarenessLink(awareness, socket, documentId)
    void this.start()
  }

  readonly subscribe = (listener: () => void) => this.state.subscribe(listener)
  readonly getSnapshot = () => this.state.get()

  /** Tries once more what was refused. */
  readonly tryAgain = () => {
    this.state.change({ refused: undefined })
    this.delivery.expectMore()
    this.connection.sync()
  }

  /** Forgets the edits that were not acknowledged, here and on this device. The provider is of no more use after it. */
  async discard(): Promise<void> {
    this.delivery.forget()
    this.destroy()
    await this.options.offlineStore?.clear()
  }

  /** Leaves the document. What was not acknowledged is sent once more, and stays on the device in any case. */
  destroy(): void {
    if (this.isDestroyed) return
    const { socket, offlineStore } = this.options
    const rest = this.canSend ? this.delivery.rest : undefined
    this.isDestroyed = true
    socket.off('document:access', this.accessChanged)
    this.connection.close()
    this.feed.close()
    this.delivery.close()
    this.cursors.destroy()
    offlineStore?.close()
    if (rest) void this.sendLast(rest)
    else this.line.leave()
  }

  private async sendLast(rest: Uint8Array): Promise<void> {
    const answer = await this.line.send(rest)
    if (answer.ok) this.options.offlineStore?.remember(0)
    this.line.leave()
  }

  private async start(): Promise<void> {
    const { doc, socket, offlineStore } = this.options
    if (offlineStore) {
      const loading = offlineStore.load(doc).then(isKept => this.loadedFromDevice(isKept))
      await Promise.race([loading, new Promise(resolve => setTimeout(resolve, DEVICE_ANSWERS_WITHIN_MS))])
      if (this.isDestroyed) return
    }
    socket.on('document:access', this.accessChanged)
    this.connection.open()
  }

  private loadedFromDevice(keptOnDevice: boolean): void {
    if (this.isDestroyed) return
    const { loaded, synced } = this.getSnapshot()
    this.state.change({ keptOnDevice, loaded: loaded || this.options.doc.store.clients.size > 0 })
    this.delivery.expectMore()
    if (synced) this.connection.sync()
  }

  private joined(answer: Joined): void {
    this.feed.apply(answer.update)
    const { access: before, accessReason } = this.getSnapshot()
    const { access } = answer
    this.state.change({
      connection: 'online',
      synced: true,
      loaded: true,
      access,
      accessReason: access === before ? accessReason : undefined,
      accessLostAt: undefined,
    })
    this.delivery.reconcile(answer)
    if (access !== 'write' && this.delivery.edits > 0) this.state.change({ refused: 'forbidden' })
    this.cursors.open()
    this.delivery.flush()
    this.count()
  }

  private gone(): void {
    this.cursors.close()
    this.state.change({ connection: 'offline', synced: false })
    this.delivery.interrupt()
  }

  private edited(update: Uint8Array): void {
    const { access, refused } = this.getSnapshot()
    if (access !== 'write') return
    this.delivery.add(update)
    // It was too large; after this edit it may not be.
    if (refused === 'too-large') this.delivery.later(this.tryAgain)
  }

  private get canSend(): boolean {
    const { synced, access, refused } = this.getSnapshot()
    return synced && access === 'write' && refused === undefined && !this.isDestroyed
  }

  private failed(failure: Failure): void {
    if (failure === 'no-answer') {
      this.state.change({ connection: 'offline' })
      this.connection.syncLater()
    } else if (failure === 'too-many' || failure === 'unavailable') {
      this.delivery.later(() => this.delivery.flush())
    } else if (failure === 'missing-dependency' && this.delivery.mayResync) {
      this.delivery.expectMore()
      this.delivery.later(this.connection.sync)
    } else if (failure === 'not-found' || failure === 'unauthenticated') {
      this.lost(failure)
    } else {
      this.refuse(failure)
    }
  }

  private refuse(refused: RefusalCode): void {
    this.state.change({ refused })
    this.count()
    // What is allowed now is for the server to say.
    if (refused === 'forbidden') this.connection.sync()
  }

  private lost(reason: string): void {
    this.connection.reset()
    this.cursors.close()
    const before = this.getSnapshot()
    const accessLostAt = before.accessLostAt ?? Date.now()
    // The connection goes with the right: that it ended is what is to be told.
    const hasEnded = before.access === 'none' && before.accessReason && !isEndOfSession(before.accessReason)
    const accessReason = hasEnded ? before.accessReason : reason
    // A session that ran out is no reason to lose what was typed; a right that ended is one to keep nothing.
    const keptOnDevice = before.keptOnDevice && isEndOfSession(accessReason)
    this.state.change({ access: 'none', accessReason, accessLostAt, synced: false, keptOnDevice })
    this.delivery.interrupt()
    if (!keptOnDevice) void this.options.offlineStore?.clear()
  }

  private readonly accessChanged = ({ documentId, access, reason }: Message<'document:access'>) => {
    if (documentId !== this.options.documentId) return
    if (access === 'none') return this.lost(reason)
    const { unsaved, refused } = this.getSnapshot()
    this.state.change({ access, accessReason: reason, accessLostAt: undefined })
    if (access !== 'write' && unsaved > 0) return this.refuse('forbidden')
    if (refused === 'forbidden') this.state.change({ refused: undefined })
    this.connection.sync()
  }

  private count(): void {
    const unsaved = this.delivery.edits
    const { catchingUp, synced } = this.getSnapshot()
    this.state.change({
      unsaved,
      inFlight: this.delivery.isUnderWay,
      catchingUp: unsaved > 0 && (catchingUp || !synced),
    })
    this.options.offlineStore?.remember(unsaved)
  }
}
