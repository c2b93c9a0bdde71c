import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { documentsBehind, writeContent } from './write-content'

/** How long a document must be quiet before its content is written, and how long that may be put off, in milliseconds. */
const QUIET = 1500
const LONGEST = 15_000

/** With so many documents that wait, each waits twice as long: what is typed meanwhile is then written with the rest. */
const MANY = 50

/** Writes the content of documents shortly after they fall quiet, one at a time. */
export class ContentWriter {
  private readonly waiting = new Map<string, { timer: NodeJS.Timeout; since: number }>()
  private work: Promise<unknown> = Promise.resolve()

  constructor(private readonly db: Kysely<Database>) {}

  /** Says that a document changed. */
  touch(documentId: string): void {
    const known = this.waiting.get(documentId)
    const now = Date.now()
    const since = known?.since ?? now
    if (known) clearTimeout(known.timer)
    const quiet = QUIET * (1 + this.waiting.size / MANY)
    const delay = Math.max(0, Math.min(quiet, since + LONGEST - now))
    this.waiting.set(documentId, { since, timer: setTimeout(() => this.write(documentId), delay) })
  }

  /** Writes what a crash, or the seed, left behind. */
  async catchUp(): Promise<void> {
    for (const documentId of await documentsBehind(this.db)) this.write(documentId)
    await this.work
  }

  /** Writes at once what waits, and returns when it is written. */
  async close(): Promise<void> {
    for (const documentId of [...this.waiting.keys()]) this.write(documentId)
    await this.work
  }

  private write(documentId: string): void {
    clearTimeout(this.waiting.get(documentId)?.timer)
    this.waiting.delete(documentId)
    this.work = this.work
      .then(() => writeContent(this.db, documentId))
      .catch(error => console.error(`the content of document ${documentId} could not be written:`, error))
  }
}
