import * as Y from 'yjs'
import type { JoinAnswer } from '#server/collab/protocol.shared'

type DeleteSet = ReturnType<typeof Y.createDeleteSet>
type Ranges = { clock: number; len: number }[]

/**
 * What a document holds beyond the server: structs after its state vector, and deletions that its update (which always
 * carries all of them) does not name. Yjs itself would send every deletion ever made, in the name of who sends it.
 * @param doc after `answer.update` was applied to it
 * @returns an update, or undefined when the server has everything
 */
export function whatTheServerLacks(
  doc: Y.Doc,
  answer: Pick<JoinAnswer, 'update' | 'stateVector'>,
): Uint8Array | undefined {
  const known = Y.mergeDeleteSets([Y.decodeUpdate(answer.update).ds])
  const deleted = Y.createDeleteSetFromStructStore(doc.store)
  const unknown = subtract(deleted, known)
  if (!isAhead(doc, answer.stateVector) && unknown.clients.size === 0) return undefined

  const full = Y.encodeStateAsUpdate(doc, answer.stateVector)
  const isWaiting = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  if (isWaiting) return full
  // An update ends with its deletions: those are exchanged for the ones that are news.
  const structs = full.subarray(0, full.length - encode(deleted).length)
  const deletions = encode(unknown)
  const update = new Uint8Array(structs.length + deletions.length)
  update.set(structs)
  update.set(deletions, structs.length)
  return update
}

function isAhead(doc: Y.Doc, stateVector: Uint8Array): boolean {
  const theirs = Y.decodeStateVector(stateVector)
  return [...doc.store.clients.keys()].some(client => Y.getState(doc.store, client) > (theirs.get(client) ?? 0))
}

function subtract(ours: DeleteSet, theirs: DeleteSet): DeleteSet {
  const rest = Y.createDeleteSet()
  for (const [client, ranges] of ours.clients) {
    const remaining = subtractRanges(ranges, theirs.clients.get(client) ?? [])
    if (remaining.length > 0) rest.clients.set(client, remaining)
  }
  return rest
}

/** Both sorted, neither with overlaps. */
function subtractRanges(ours: Ranges, theirs: Ranges): Ranges {
  const remaining: Ranges = []
  let next = 0
  for (const range of ours) {
    let from = range.clock
    const to = range.clock + range.len
    while (next < theirs.length && theirs[next]!.clock + theirs[next]!.len <= from) next++
    for (let i = next; i < theirs.length && theirs[i]!.clock < to; i++) {
      const taken = theirs[i]!
      if (taken.clock > from) remaining.push({ clock: from, len: taken.clock - from })
      from = Math.max(from, taken.clock + taken.len)
    }
    if (from < to) remaining.push({ clock: from, len: to - from })
  }
  return remaining
}

/** A snapshot is deletions and a state vector; an empty one takes a single byte. */
function encode(deletions: DeleteSet): Uint8Array {
  return Y.encodeSnapshot(Y.createSnapshot(deletions, new Map())).subarray(0, -1)
}
