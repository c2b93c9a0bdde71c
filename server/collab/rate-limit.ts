/** A bucket of tokens that refills steadily: short bursts pass, a flood does not. */
export class RateLimit {
  private tokens: number
  private at = performance.now()

  /** @param perSecond what passes in the long run @param burst what passes at once */
  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {
    this.tokens = burst
  }

  /** @returns whether so much may pass now */
  take(amount = 1): boolean {
    const now = performance.now()
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1000) * this.perSecond)
    this.at = now
    if (this.tokens < amount) return false
    this.tokens -= amount
    return true
  }
}
