import * as Y from 'yjs'
import { MAX_UPDATE_BYTES } from '#server/collab/protocol.shared'

/** What goes to the server in one message, and how many edits of the person it holds. */
export interface Parcel {
  update: Uint8Array
  edits: number
}

/** What follows within this time belongs to the same edit: people count changes, not keystrokes. */
const SAME_EDIT_MS = 1_000

/** The local edits that the server has not acknowledged, oldest first. */
export class Outbox {
  private parcels: Parcel[] = []
  private lastAdded = Number.NEGATIVE_INFINITY

  /** @param edits what an earlier visit left unsent on this device */
  constructor(private inherited = 0) {}

  get edits(): number {
    return this.parcels.reduce((sum, parcel) => sum + parcel.edits, this.inherited)
  }

  get isEmpty(): boolean {
    return this.parcels.length === 0
  }

  add(update: Uint8Array, now = Date.now()): void {
    const isSameEdit = now - this.lastAdded < SAME_EDIT_MS && this.edits > 0
    this.lastAdded = now
    this.parcels.push({ update, edits: isSameEdit ? 0 : 1 })
  }

  /** Takes out what fits in one message; more than fits only when one edit alone is larger than that. */
  take(): Parcel | undefined {
    let bytes = 0
    const fits = this.parcels.findIndex((parcel, index) => {
      bytes += parcel.update.length
      return index > 0 && bytes > MAX_UPDATE_BYTES
    })
    const taken = this.parcels.splice(0, fits === -1 ? this.parcels.length : fits)
    return taken.length === 0 ? undefined : merge(taken)
  }

  /** Puts back what was taken and did not arrive. */
  putBack(parcel: Parcel): void {
    this.parcels.unshift(parcel)
  }

  /**
   * Takes the word of the server for what it lacks: only that remains to be sent.
   * @param lacking undefined: it has everything
   */
  replace(lacking: Uint8Array | undefined): void {
    const edits = Math.max(this.edits, 1)
    this.inherited = 0
    // Too large as one: the pieces it was typed in still go one by one.
    if (lacking && lacking.length > MAX_UPDATE_BYTES && this.parcels.length > 1) return
    this.parcels = lacking ? [{ update: lacking, edits }] : []
  }

  /** Everything as one update, for whom cannot wait for answers. */
  get all(): Uint8Array | undefined {
    return this.isEmpty ? undefined : merge(this.parcels).update
  }
}

function merge(parcels: Parcel[]): Parcel {
  const edits = parcels.reduce((sum, parcel) => sum + parcel.edits, 0)
  const [only] = parcels
  if (only && parcels.length === 1) return only
  return { update: Y.mergeUpdates(parcels.map(parcel => parcel.update)), edits }
}
