import type { Kysely } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import type { StateVector } from './judge-update'
import { buildWhole, EMPTY_STATE, loadClientOwners, loadState, loadUpdatesAfter, mergeWhole } from './load-state'
import { type ClockRange, readUpdateStructure } from './update-structure'

/** Above so many loose updates, merging them once costs less than merging them at every join. */
const MAX_LOOSE = 500

/**
 * What a node remembers of a document between two messages: bytes and clocks, no `Y.Doc`. It may lag behind the log when
 * another node writes; whoever writes finds out by the position, and calls `catchUp`.
 */
export class OpenDocument {
  private isCompact = false
  private bytes: number

  private constructor(
    readonly id: string,
    public seq: number,
    private updates: Uint8Array[],
    readonly vector: StateVector,
    readonly owners: Map<number, string | null>,
  ) {
    this.bytes = sumOf(updates)
  }

  /** Reads a document from its log. */
  static async load(db: Kysely<Database>, id: string): Promise<OpenDocument> {
    // Owners first: a client id that is claimed in between is found by its update, which is then read or caught up with.
    const owners = await loadClientOwners(db, id)
    const { seq, state } = await loadState(db, id)
    // Our own reading takes half the time of Yjs's; it stops where a log from elsewhere has holes.
    const runs = readUpdateStructure(state)?.runs
    const vector = runs
      ? new Map(runs.map(({ client, to }) => [client, to]))
      : Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))
    return new OpenDocument(id, seq, [state], vector, owners)
  }

  /** memory taken, in bytes, roughly */
  get size(): number {
    return 200 + 24 * (this.vector.size + this.owners.size) + this.bytes
  }

  /** Takes in what was committed: the rows of the log up to `seq`. */
  append(seq: number, updates: Uint8Array[], advances: ClockRange[], claims: Iterable<[number, string | null]>): void {
    this.seq = Math.max(this.seq, seq)
    this.updates.push(...updates)
    this.bytes += sumOf(updates)
    this.isCompact = false
    for (const { client, to } of advances) this.vector.set(client, Math.max(to, this.vector.get(client) ?? 0))
    for (const [client, person] of claims) this.owners.set(client, person)
    if (this.updates.length > MAX_LOOSE) this.keep(mergeWhole(this.updates))
  }

  /** Reads what other nodes wrote since. @returns what was new, in order */
  async catchUp(db: Kysely<Database>): Promise<Uint8Array[]> {
    const found = await loadUpdatesAfter(db, this.id, this.seq)
    if (found.length === 0) return []
    const owners = await loadClientOwners(db, this.id)
    // A commit of our own may have been taken in while we read.
    const rows = found.filter(row => row.seq > this.seq)
    const last = rows.at(-1)
    if (!last) return []
    const advances = rows.flatMap(row => readUpdateStructure(row.update)?.runs ?? [])
    const updates = rows.map(row => row.update)
    this.append(last.seq, updates, advances, owners)
    return updates
  }

  /** Leaves out what was deleted, which may be most of it. */
  compact(): void {
    if (!this.isCompact) this.keep(buildWhole(this.updates))
    this.isCompact = true
  }

  /** Puts together what came one by one: a loose update also holds on to the message that it came in. */
  tidy(): void {
    if (this.updates.length > 1) this.keep(mergeWhole(this.updates))
  }

  /** @returns what a client that has `vector` (encoded) lacks, and what this document has (encoded) */
  difference(vector: Uint8Array): { update: Uint8Array; stateVector: Uint8Array } {
    this.tidy()
    const state = this.updates[0] ?? EMPTY_STATE
    const knowsNothing = vector.length <= 1
    return {
      update: knowsNothing ? state : Y.diffUpdate(state, vector),
      stateVector: Y.encodeStateVector(this.vector),
    }
  }

  private keep(state: Uint8Array): void {
    this.updates = [state]
    this.bytes = state.length
  }
}

const sumOf = (updates: Uint8Array[]) => updates.reduce((sum, { length }) => sum + length, 0)
