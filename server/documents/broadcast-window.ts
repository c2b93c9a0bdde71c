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
  private rate = 0
  private at = 0

  /** Counts edits that were committed. @param now in milliseconds */
  count(edits: number, now: number): void {
    this.rate = this.rateAt(now) + edits
    this.at = now
  }

  /** @returns milliseconds to wait, for a document that so many sockets look at */
  width(receivers: number, now: number): number {
    const frames = this.rateAt(now) * receivers
    return LONGEST * Math.min(1, Math.max(0, (frames - CHEAP) / (DEAR - CHEAP)))
  }

  /** edits a second, older ones counting less */
  private rateAt(now: number): number {
    return this.rate * Math.exp((this.at - now) / 1000)
  }
}
