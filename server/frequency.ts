/** How often something happens: times a second, older ones counting less. */
export class Frequency {
  private rate = 0
  private at = 0

  /** Counts what happened. @param now in milliseconds */
  count(times: number, now: number): void {
    this.rate = this.perSecond(now) + times
    this.at = now
  }

  perSecond(now: number): number {
    return this.rate * Math.exp((this.at - now) / 1000)
  }
}
