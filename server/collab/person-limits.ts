import { RateLimit } from './rate-limit'

/** What somebody may ask in all, however many tabs: ten tabs' worth. */
const EDITS = { perSecond: 600, burst: 3000 }
const READS = { perSecond: 100, burst: 1000 }
/** By then every bucket is full again, in milliseconds. */
const FORGOTTEN_AFTER = 10_000

interface Allowance {
  edits: RateLimit
  reads: RateLimit
}

/** What the connections of one person to this node may send together, so that more tabs are no way around the limits. */
export class PersonLimits {
  private readonly people = new Map<string, { allowance: Allowance; connections: number }>()

  /** Counts a connection. @returns what it shares with the person's other ones */
  enter(personId: string): Allowance {
    const known = this.people.get(personId) ?? { allowance: newAllowance(), connections: 0 }
    this.people.set(personId, known)
    known.connections++
    return known.allowance
  }

  /** A connection is gone. Whoever comes straight back finds what they had left. */
  leave(personId: string): void {
    const known = this.people.get(personId)
    if (!known || --known.connections > 0) return
    const forget = () => known.connections === 0 && this.people.delete(personId)
    setTimeout(forget, FORGOTTEN_AFTER).unref()
  }
}

const newAllowance = (): Allowance => ({
  edits: new RateLimit(EDITS.perSecond, EDITS.burst),
  reads: new RateLimit(READS.perSecond, READS.burst),
})
