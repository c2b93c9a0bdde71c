const FIRST_MS = 500
const LONGEST_MS = 15_000

/** Tries again after a while, longer each time, and never at the same moment as everybody else. */
export class Retry {
  private attempts = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  /** How often it was tried since the last success. */
  get count(): number {
    return this.attempts
  }

  get isWaiting(): boolean {
    return this.timer !== undefined
  }

  later(action: () => void): void {
    this.stop()
    const wait = Math.min(FIRST_MS * 2 ** this.attempts, LONGEST_MS)
    this.attempts++
    this.timer = setTimeout(
      () => {
        this.timer = undefined
        action()
      },
      wait * (0.5 + Math.random() / 2),
    )
  }

  succeeded(): void {
    this.attempts = 0
    this.stop()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}
