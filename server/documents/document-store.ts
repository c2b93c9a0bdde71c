import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Database } from '#db/schema/index'
import { Batching } from '../batching'
import { BroadcastWindow } from './broadcast-window'
import { isClosed } from './close-documents'
import { commitEdits } from './commit-edits'
import { type Edit, type EditOutcome, type PlannedExtension, planExtension } from './extend-log'
import { mergeUpdates } from './load-state'
import type { OpenDocument } from './open-document'
import { OpenDocuments } from './open-documents'
import { readUpdateStructure } from './update-structure'

/** Edits that were stored together, as one Yjs update (v1); plain data, so that it can be told to other nodes. */
export interface CommittedBatch {
  documentId: string
  update: Uint8Array
  /** the positions of the log that they took, both included */
  from: number
  to: number
  /** whose client ids were used for the first time */
  claims: [clientId: number, personId: string][]
  /** the sockets whose edits are in it */
  origins: string[]
}

interface StoreOptions {
  /** tells the others, after the commit and before the authors hear of it */
  onCommitted(batch: CommittedBatch): void
  /** tells the sockets of this node what another one stored (a Yjs update, v1); perhaps for the second time */
  onHeard(documentId: string, update: Uint8Array): void
  /** how many sockets look at a document */
  receivers(documentId: string): number
  /** what may be remembered of texts, in bytes */
  cacheBytes?: number
  /** what edits may wait for the database, in bytes; 32,000,000 when absent */
  waitingBytes?: number | undefined
}

/** The state vector of who has nothing yet (encoded). */
const NOTHING = new Uint8Array([0])

/** What an edit that waits takes beside its own bytes. */
const EDIT_BYTES = 1_000

/** How far commits keep from each other when many documents are written in, in milliseconds. */
const DISTANCE = 5

/** How often a batch is planned anew because another node wrote in between. */
const MAX_ATTEMPTS = 10

/** The texts of a node: reads them for whoever joins, stores edits. Nobody hears of an edit before it is on disk. */
export class DocumentStore {
  private readonly open: OpenDocuments
  private readonly windows = new Map<string, BroadcastWindow>()
  private readonly commits: Batching<Edit, EditOutcome>
  private waitingBytes = 0

  constructor(
    private readonly db: Kysely<Database>,
    private readonly pool: pg.Pool,
    private readonly options: StoreOptions,
  ) {
    this.open = new OpenDocuments(db, options.cacheBytes ?? 64_000_000)
    this.commits = new Batching(
      batch => this.commit(batch),
      (edit, error) => this.fail(edit, error),
      {
        patience: ({ documentId }) =>
          this.windows.get(documentId)?.width(options.receivers(documentId), performance.now()) ?? 0,
        distance: DISTANCE,
      },
    )
  }

  /**
   * Reads a text for a client. The caller has checked that it may be read, and listens already, so nothing falls between.
   * @param seq where the log ends, as the database just said: what is remembered is brought up to it
   * @param stateVector what the client has (encoded)
   * @returns what the client lacks, and what the server has (encoded)
   * @throws Error when the state vector is garbage
   */
  async read(documentId: string, seq: number, stateVector: Uint8Array) {
    const document = await this.open.get(documentId)
    if (document.seq < seq) await this.catchUp(document)
    return document.difference(stateVector)
  }

  /** Takes in what another node says that it stored. Where that leaves a gap, the log is read. */
  async hear({ documentId, update, from, to, claims }: CommittedBatch): Promise<void> {
    const document = this.open.peek(documentId)
    if (document && document.seq + 1 < from) return this.catchUp(document)
    if (document && document.seq < to) {
      document.append(to, [update], readUpdateStructure(update)?.runs ?? [], claims)
      this.open.keep(document)
    }
    this.options.onHeard(documentId, update)
  }

  /** Looks for what was stored and this node was not told. */
  async lookFor(documentId: string): Promise<void> {
    const known = this.open.peek(documentId)
    if (known) return this.catchUp(known)
    // It was forgotten, and with it how far the sockets are: they get all of it.
    const { update } = (await this.open.get(documentId)).difference(NOTHING)
    this.options.onHeard(documentId, update)
  }

  /**
   * Stores an edit.
   * @returns `ok` once it is on disk, or why it will not be: `unavailable` where too much waits for a slow database already
   */
  async submit(edit: Edit): Promise<EditOutcome> {
    const size = EDIT_BYTES + edit.update.length
    if (this.waitingBytes + size > (this.options.waitingBytes ?? 32_000_000)) return { ok: false, code: 'unavailable' }
    this.waitingBytes += size
    try {
      return await this.commits.submit(edit)
    } finally {
      this.waitingBytes -= size
    }
  }

  /** Waits until everything that was submitted is settled. */
  flush(): Promise<void> {
    return this.commits.flush()
  }

  /** A document fell quiet: what is remembered of it takes as little memory as it can. */
  settle(documentId: string): void {
    const document = this.open.peek(documentId)
    if (!document) return
    document.tidy()
    this.open.keep(document)
  }

  /** Forgets the pace of a document that nobody looks at any more. */
  release(documentId: string): void {
    this.windows.delete(documentId)
  }

  private async commit(batch: Edit[]): Promise<EditOutcome[]> {
    const outcomes = new Map<Edit, EditOutcome>()
    let remaining = byDocument(batch)
    for (let attempt = 0; remaining.length > 0; attempt++) {
      if (attempt === MAX_ATTEMPTS) throw new Error('other nodes kept writing in between')
      const plans = await Promise.all(
        remaining.map(async edits =>
          planExtension(await this.open.get(edits[0]!.documentId), edits, document => this.catchUp(document)),
        ),
      )
      const writing = plans.filter(plan => plan.rows.length > 0)
      const extended = writing.length > 0 ? await commitEdits(this.pool, writing) : new Set<string>()
      remaining = []
      for (const plan of plans) {
        if (plan.rows.length > 0 && !extended.has(plan.documentId)) {
          if (await isClosed(this.db, plan.documentId)) {
            for (const edit of plan.edits) outcomes.set(edit, { ok: false, code: 'forbidden' })
            continue
          }
          await this.catchUp(plan.document)
          remaining.push(plan.edits)
          continue
        }
        if (plan.rows.length > 0) this.complete(plan)
        for (const [index, edit] of plan.edits.entries()) outcomes.set(edit, plan.outcomes[index]!)
      }
    }
    return batch.map(edit => outcomes.get(edit)!)
  }

  private async catchUp(document: OpenDocument): Promise<void> {
    const updates = await document.catchUp(this.db)
    if (updates.length > 0) this.options.onHeard(document.id, mergeUpdates(updates))
  }

  private complete({ document, documentId, expectedSeq, rows, claims, advances, edits, outcomes }: PlannedExtension) {
    const updates = rows.map(row => row.update)
    document.append(
      expectedSeq + rows.length,
      updates,
      advances,
      claims.map(claim => [claim.clientId, claim.personId]),
    )
    this.open.keep(document)
    let window = this.windows.get(documentId)
    if (!window) {
      window = new BroadcastWindow()
      this.windows.set(documentId, window)
    }
    window.count(rows.length, performance.now())
    this.options.onCommitted({
      documentId,
      update: mergeUpdates(updates),
      from: expectedSeq + 1,
      to: expectedSeq + rows.length,
      claims: claims.map(claim => [claim.clientId, claim.personId]),
      origins: [...new Set(edits.filter((_, index) => outcomes[index]!.ok).map(edit => edit.origin))],
    })
  }

  /** What was asked may be done or not: forget the document, so that the log is read again. */
  private fail(edit: Edit, error: unknown): EditOutcome {
    console.error(`an edit of document ${edit.documentId} could not be stored:`, error)
    this.open.forget(edit.documentId)
    return { ok: false, code: 'unavailable' }
  }
}

function byDocument(batch: Edit[]): Edit[][] {
  const documents = new Map<string, Edit[]>()
  for (const edit of batch) {
    const edits = documents.get(edit.documentId)
    if (edits) edits.push(edit)
    else documents.set(edit.documentId, [edit])
  }
  return [...documents.values()]
}
