import { Retry } from '#app/collab/retry'
import { type TextOwners, WordOwners } from '#server/documents/authorship.shared'

/** Knows whose the words of a text are, as the server says; asks again when somebody writes whom it does not know. */
export class AuthorDirectory {
  /** undefined: the server did not say yet */
  owners: WordOwners | undefined
  private readonly retry = new Retry()
  private readonly abort = new AbortController()
  private isAsking = false
  /** an answer came since the last news: asking again at once would say the same */
  private isAnswered = false

  constructor(
    private readonly documentId: string,
    /** the server said who is who, perhaps more than before */
    private readonly learned: () => void,
  ) {}

  /** Somebody is not known. What is typed here has no owner until it is saved, so a second question waits a little. */
  ask(): void {
    if (this.isAsking || this.retry.isWaiting) return
    if (this.isAnswered) this.retry.later(() => void this.read())
    else void this.read()
  }

  /** Somebody else wrote: what the server passes on is stored, so it can say at once whose it is. */
  hearNews(): void {
    this.isAnswered = false
    this.retry.succeeded()
  }

  destroy(): void {
    this.retry.stop()
    this.abort.abort()
  }

  private async read(): Promise<void> {
    this.isAsking = true
    const owners = await this.fetchOwners()
    this.isAsking = false
    if (this.abort.signal.aborted) return
    if (!owners) return this.retry.later(() => void this.read())
    this.isAnswered = true
    this.owners = new WordOwners(owners)
    this.learned()
  }

  private async fetchOwners(): Promise<TextOwners | undefined> {
    try {
      const response = await fetch(`/documents/${this.documentId}/authors`, {
        redirect: 'manual',
        signal: this.abort.signal,
      })
      return response.ok ? await response.json() : undefined
    } catch {
      return undefined
    }
  }
}
