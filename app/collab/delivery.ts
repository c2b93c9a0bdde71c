import * as Y from 'yjs'
import { MAX_UPDATE_BYTES } from '#server/collab/protocol.shared'
import type { DocumentLine, Failure, Joined } from './document-socket'
import type { OfflineStore } from './offline-store'
import { Outbox, type Parcel } from './outbox'
import { Retry } from './retry'
import { whatTheServerLacks } from './what-the-server-lacks'

interface DeliveryOptions {
  line: DocumentLine
  doc: Y.Doc
  /** where the text may come from with edits that were never sent */
  offlineStore: OfflineStore | undefined
  canSend(): boolean
  changed(): void
  delivered(): void
  failed(failure: Failure): void
}

/** So often in a row may the server miss something that it was told. */
const MOST_RESYNCS = 5

/** Brings local edits to the server: one message under way at a time, what is typed meanwhile goes in the next. */
export class Delivery {
  private readonly outbox: Outbox
  private readonly retry = new Retry()
  private sending: Parcel | undefined
  private mayHoldMore: boolean

  constructor(private readonly options: DeliveryOptions) {
    this.outbox = new Outbox(options.offlineStore?.unsentBefore)
    this.mayHoldMore = options.offlineStore !== undefined
  }

  /** Edits that are not acknowledged; never 0 while anything is. */
  get edits(): number {
    const edits = this.outbox.edits + (this.sending?.edits ?? 0)
    return this.outbox.isEmpty && !this.sending ? edits : Math.max(edits, 1)
  }

  get isUnderWay(): boolean {
    return this.sending !== undefined
  }

  get mayResync(): boolean {
    return this.retry.count < MOST_RESYNCS
  }

  /** Everything that is not acknowledged, as one update. */
  get rest(): Uint8Array | undefined {
    this.takeBack()
    return this.outbox.all
  }

  add(update: Uint8Array): void {
    this.outbox.add(update)
    this.options.changed()
    this.flush()
  }

  flush(): void {
    if (this.sending || this.retry.isWaiting || !this.options.canSend()) return
    const parcel = this.outbox.take()
    if (parcel) void this.deliver(parcel)
  }

  /** Does it after a while, longer each time until something is delivered; nothing is sent before. */
  later(action: () => void): void {
    this.retry.later(action)
  }

  /** The connection is gone: nobody knows whether what was under way arrived. */
  interrupt(): void {
    this.retry.stop()
    this.takeBack()
    this.options.changed()
  }

  /** From here on the document may hold edits that this delivery has not seen. */
  expectMore(): void {
    this.retry.stop()
    this.mayHoldMore = true
  }

  /** Where something may be missing on the other side, the server's own word decides what is still to be sent. */
  reconcile(answer: Joined): void {
    if (this.sending) return
    const { doc } = this.options
    const acknowledged = Y.decodeStateVector(answer.stateVector).get(doc.clientID) ?? 0
    const isAhead = Y.getState(doc.store, doc.clientID) > acknowledged
    if (!this.mayHoldMore && this.outbox.isEmpty && !isAhead) return
    this.mayHoldMore = false
    this.outbox.replace(whatTheServerLacks(doc, answer))
  }

  /** Gives up on everything that was not acknowledged. */
  forget(): void {
    this.takeBack()
    this.outbox.replace(undefined)
  }

  close(): void {
    this.retry.stop()
  }

  private async deliver(parcel: Parcel): Promise<void> {
    this.sending = parcel
    if (parcel.update.length > MAX_UPDATE_BYTES) return this.undelivered('too-large')
    this.options.changed()
    const answer = await this.options.line.send(parcel.update)
    // Taken back meanwhile: whoever did that sees to it.
    if (this.sending !== parcel) return
    if (!answer.ok) return this.undelivered(answer.failure)
    this.sending = undefined
    this.retry.succeeded()
    this.options.delivered()
    this.options.changed()
    this.flush()
  }

  private undelivered(failure: Failure): void {
    this.takeBack()
    this.options.failed(failure)
    this.options.changed()
  }

  private takeBack(): void {
    if (this.sending) this.outbox.putBack(this.sending)
    this.sending = undefined
  }
}
