const MAX_BATCH = 1000

interface Waiting<Item, Outcome> {
  item: Item
  settle(outcome: Outcome): void
}

/**
 * A queue in front of a commit: one commit is under way, whatever comes meanwhile goes into the next. An item may wait a
 * little for company; when one of the queue is in a hurry, all of it goes.
 */
export class GroupCommit<Item, Outcome> {
  private queue: Waiting<Item, Outcome>[] = []
  private committing: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined
  /** when the most hurried of the queue must go */
  private due = Number.POSITIVE_INFINITY

  /**
   * @param commit stores a batch and gives an outcome for each item, in order; when it throws, `failed` gives them
   * @param patience how long an item may wait, in milliseconds
   */
  constructor(
    private readonly commit: (batch: Item[]) => Promise<Outcome[]>,
    private readonly failed: (item: Item, error: unknown) => Outcome,
    private readonly patience: (item: Item) => number,
  ) {}

  /** @returns the item's outcome, once its commit is done */
  submit(item: Item): Promise<Outcome> {
    return new Promise(settle => {
      this.queue.push({ item, settle })
      this.due = Math.min(this.due, performance.now() + this.patience(item))
      if (!this.committing) this.schedule()
    })
  }

  /** Commits at once what waits, and returns when nothing does any more. */
  async flush(): Promise<void> {
    while (this.committing || this.queue.length > 0) await (this.committing ?? this.start())
  }

  private schedule(): void {
    if (this.queue.length === 0) return
    clearTimeout(this.timer)
    const wait = this.due - performance.now()
    if (wait < 1) this.start()
    else this.timer = setTimeout(() => this.start(), wait)
  }

  private start(): Promise<void> {
    clearTimeout(this.timer)
    const batch = this.queue.splice(0, MAX_BATCH)
    this.due = this.queue.length > 0 ? 0 : Number.POSITIVE_INFINITY
    this.committing = this.settle(batch).finally(() => {
      this.committing = undefined
      this.schedule()
    })
    return this.committing
  }

  private async settle(batch: Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.commit(batch.map(({ item }) => item))
      for (const [index, { settle }] of batch.entries()) settle(outcomes[index] as Outcome)
    } catch (error) {
      for (const { item, settle } of batch) settle(this.failed(item, error))
    }
  }
}
