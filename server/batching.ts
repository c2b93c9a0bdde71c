import { Frequency } from './frequency'

const MAX_BATCH = 1000
/** Batches a second from which they keep some of their distance, and from where all of it. */
const OFTEN = 50
const TOO_OFTEN = 150

interface Waiting<Item, Outcome> {
  item: Item
  settle(outcome: Outcome): void
}

interface Pace<Item> {
  /** how long an item may wait for company, in milliseconds; when one of the queue is in a hurry, all of it goes */
  patience?: (item: Item) => number
  /** how long a batch keeps from the one before when they follow each other closely, in milliseconds */
  distance?: number
}

/**
 * A queue in front of work that costs less done together, such as a commit: one batch is under way, whatever comes meanwhile
 * goes into the next.
 */
export class Batching<Item, Outcome> {
  private queue: Waiting<Item, Outcome>[] = []
  private working: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined
  /** when the most hurried of the queue must go */
  private due = Number.POSITIVE_INFINITY
  private started = 0
  private readonly batches = new Frequency()

  /**
   * @param work does a batch and gives an outcome for each item, in order
   * @param failed gives an item's outcome when `work` throws
   */
  constructor(
    private readonly work: (batch: Item[]) => Promise<Outcome[]>,
    private readonly failed: (item: Item, error: unknown) => Outcome,
    private readonly pace: Pace<Item> = {},
  ) {}

  /** @returns the item's outcome, once its batch is done */
  submit(item: Item): Promise<Outcome> {
    return new Promise(settle => {
      this.queue.push({ item, settle })
      this.due = Math.min(this.due, performance.now() + (this.pace.patience?.(item) ?? 0))
      if (!this.working) this.schedule()
    })
  }

  /** Does at once what waits, and returns when nothing does any more. */
  async flush(): Promise<void> {
    while (this.working || this.queue.length > 0) await (this.working ?? this.start())
  }

  private schedule(): void {
    if (this.queue.length === 0) return
    clearTimeout(this.timer)
    const now = performance.now()
    const wait = Math.max(this.due, this.started + this.distance(now)) - now
    if (wait < 1) this.start()
    else this.timer = setTimeout(() => this.start(), wait)
  }

  private distance(now: number): number {
    if (!this.pace.distance) return 0
    const often = this.batches.perSecond(now)
    return this.pace.distance * Math.min(1, Math.max(0, (often - OFTEN) / (TOO_OFTEN - OFTEN)))
  }

  private start(): Promise<void> {
    clearTimeout(this.timer)
    this.started = performance.now()
    this.batches.count(1, this.started)
    const batch = this.queue.splice(0, MAX_BATCH)
    this.due = this.queue.length > 0 ? 0 : Number.POSITIVE_INFINITY
    this.working = this.settle(batch).finally(() => {
      this.working = undefined
      this.schedule()
    })
    return this.working
  }

  private async settle(batch: Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.work(batch.map(({ item }) => item))
      for (const [index, { settle }] of batch.entries()) settle(outcomes[index] as Outcome)
    } catch (error) {
      for (const { item, settle } of batch) settle(this.failed(item, error))
    }
  }
}
