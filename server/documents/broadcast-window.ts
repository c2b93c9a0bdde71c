import { Frequency } from '../frequency'

/** The longest that an edit waits for company, in milliseconds. */
const LONGEST = 25
/** Frames a second that a document may cost before its edits start to wait, and from where they wait longest. */
const CHEAP = 1000
const DEAR = 4000

/**
 * How long a document's next batch waits for more edits: nothing while it is quiet, longer as the frames that it would
 * cost (edits × receivers) grow. One write per receiver is what an edit costs, so fewer frames are the only real saving.
 */
export class BroadcastWindow {
  private readonly edits = new Frequency()

  /** Counts edits that were committed. @param now in milliseconds */
  count(edits: number, now: number): void {
    this.edits.count(edits, now)
  }

  /** @returns milliseconds to wait, for a document that so many sockets look at */
  width(receivers: number, now: number): number {
    const frames = this.edits.perSecond(now) * receivers
    return LONGEST * Math.min(1, Math.max(0, (frames - CHEAP) / (DEAR - CHEAP)))
  }
}
