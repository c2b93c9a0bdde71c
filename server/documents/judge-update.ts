import * as Y from 'yjs'
import { type ClockRange, readUpdateStructure, type StructRun } from './update-structure'

/** How far a document's log goes, per Yjs client id. */
export type StateVector = Map<number, number>

/** What is known of client ids; all that judging asks of it. */
type Known<Value> = Pick<ReadonlyMap<number, Value>, 'get'>

/** What becomes of an update that is held against a document's state. */
export type Verdict =
  | {
      ok: true
      /** what to store: the update without what the document has already; undefined when nothing is left of it */
      update: Uint8Array | undefined
      /** where its clients' clocks stand after it */
      advances: ClockRange[]
      /** client ids that its author uses here for the first time */
      claims: number[]
    }
  | { ok: false; code: 'malformed' | 'missing-dependency' | 'foreign-client-id' }

/**
 * Holds an update against what a document has (realtime.md, "Checked before Yjs sees it"): new structs continue their
 * client's clock, lean only on what exists here or in the same update, and carry a client id of their author.
 * @param vector what the document has
 * @param owners who owns which client id there; null: the import
 */
export function judgeUpdate(
  update: Uint8Array,
  personId: string,
  vector: Known<number>,
  owners: Known<string | null>,
): Verdict {
  const structure = readUpdateStructure(update)
  if (!structure) return { ok: false, code: 'malformed' }

  const isNew = (range: ClockRange) => range.to > (vector.get(range.client) ?? 0)
  const advances = structure.runs.filter(isNew)
  for (const run of advances) {
    if (run.from > (vector.get(run.client) ?? 0)) return { ok: false, code: 'missing-dependency' }
    const owner = owners.get(run.client)
    if (owner !== undefined && owner !== personId) return { ok: false, code: 'foreign-client-id' }
  }
  if (!integrates(advances, structure.deletions, vector)) return { ok: false, code: 'missing-dependency' }
  if (advances.length === 0 && structure.deletions.length === 0) {
    return { ok: true, update: undefined, advances, claims: [] }
  }
  return {
    ok: true,
    update: withoutKnown(update, structure.runs, vector),
    advances,
    claims: advances.map(run => run.client).filter(client => owners.get(client) === undefined),
  }
}

/** Whether all structs can be put in, one after the other, each after what it leans on, and what is deleted exists. */
function integrates(runs: StructRun[], deletions: ClockRange[], vector: Known<number>): boolean {
  const reached: StateVector = new Map()
  const at = (client: number) => reached.get(client) ?? vector.get(client) ?? 0
  // Several runs may lean on each other in turns; a round in which none gets further ends it.
  for (let moved = runs.length > 0; moved; ) {
    moved = false
    for (const run of runs) {
      const until = reach(run, at)
      if (until <= at(run.client)) continue
      reached.set(run.client, until)
      moved = true
    }
  }
  return runs.every(run => at(run.client) >= run.to) && deletions.every(range => at(range.client) >= range.to)
}

/** @returns the clock up to which a run's structs find what they lean on */
function reach({ client, to, needs }: StructRun, at: (client: number) => number): number {
  for (let i = 0; i < needs.length; i += 3) {
    const own = needs[i] as number
    const other = needs[i + 1] as number
    const clock = needs[i + 2] as number
    if (clock >= (other === client ? own : at(other))) return own
  }
  return to
}

/** A second telling of known structs could tell them differently; only what is new is stored. */
function withoutKnown(update: Uint8Array, runs: StructRun[], vector: Known<number>): Uint8Array {
  const reached = new Map(runs.map(({ client }) => [client, vector.get(client) ?? 0]))
  if (runs.every(run => run.from === reached.get(run.client))) return update
  return Y.diffUpdate(update, Y.encodeStateVector(reached))
}
