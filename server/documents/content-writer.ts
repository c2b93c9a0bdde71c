import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { compactLog, ROWS_WHILE_TYPED } from './compact-log'
import { documentsBehind, writeContent } from './write-content'

/** How long a document must be quiet before its content is written, and how long that may be put off, in milliseconds. */
const QUIET = 1500
const LONGEST = 15_000

/** With so many documents that wait, each waits twice as long: what is typed meanwhile is then written with the rest. */
const MANY = 50

/** Writes the content of documents shortly after they fall quiet, and compacts logs that grow, one at a time. */
export class ContentWriter {
  private readonly waiting = new Map<string, { timer: NodeJS.Timeout; since: number }>()
  /** rows that were added since the log was last compacted */
  private readonly rows = new Map<string, number>()
  private readonly compacting = new Set<string>()
  private work: Promise<unknown> = Promise.resolve()

  /** @param quiet a document fell quiet, or was written in for long */
  constructor(
    private readonly db: Kysely<Database>,
    private readonly quiet: (documentId: string) => void = () => {},
  ) {}

  /** Says that a document changed. @param rows how many rows were added to its log */
  touch(documentId: string, rows: number): void {
    const added = (this.rows.get(documentId) ?? 0) + rows
    this.rows.set(documentId, added)
    // Not only when it is quiet: whoever opens it after a crash must not wait for a long log to be put together.
    if (added >= ROWS_WHILE_TYPED && !this.compacting.has(documentId)) this.compact(documentId)
    const known = this.waiting.get(documentId)
    const now = Date.now()
    const since = known?.since ?? now
    if (known) clearTimeout(known.timer)
    const quiet = QUIET * (1 + this.waiting.size / MANY)
    const delay = Math.max(0, Math.min(quiet, since + LONGEST - now))
    this.waiting.set(documentId, { since, timer: setTimeout(() => this.write(documentId), delay) })
  }

  /** Writes what a crash, or the seed, left behind: soon, since people who come back come first. */
  async catchUp(): Promise<void> {
    for (const documentId of await documentsBehind(this.db)) this.touch(documentId, 0)
  }

  /** Writes at once what waits, and returns when it is written. */
  async close(): Promise<void> {
    for (const documentId of [...this.waiting.keys()]) this.write(documentId)
    await this.work
  }

  private compact(documentId: string): void {
    this.compacting.add(documentId)
    const compact = () => {
      this.compacting.delete(documentId)
      this.rows.delete(documentId)
      return compactLog(this.db, documentId)
    }
    this.do(compact, `the log of document ${documentId} could not be compacted:`)
  }

  private write(documentId: string): void {
    clearTimeout(this.waiting.get(documentId)?.timer)
    this.waiting.delete(documentId)
    this.quiet(documentId)
    this.do(() => writeContent(this.db, documentId), `the content of document ${documentId} could not be written:`)
  }

  /** One after the other. */
  private do(task: () => Promise<unknown>, complaint: string): void {
    this.work = this.work.then(task).catch(error => console.error(complaint, error))
  }
}
