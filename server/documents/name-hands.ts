import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { WordOwners } from './authorship.shared'
import type { DifferenceRow, DifferenceSide, Hand } from './compare-texts.shared'
import type { Segment } from './compare-words.shared'
import { type Removals, readRemovals, removerOf } from './removals'
import { readTextOwners } from './text-owners'
import { type TypedBlock, typedBlocks } from './typed-blocks'
import type { TypedRun } from './word-runs.shared'

/** A text at a position of its log: `state` is a Yjs update (v1). */
interface TextAt {
  seq: number
  state: Uint8Array
}

/**
 * Names for every place where two texts differ who wrote the words that only one of them has, and who took them away.
 * @param rows what `compareTexts` found between `before` and `after`
 * @throws DomainError `not-found` when there is no such document in the actor's group
 */
export async function nameHands(
  db: Kysely<Database>,
  actor: Pick<Actor, 'mandates' | 'groupId'>,
  { documentId, rows, before, after }: { documentId: string; rows: DifferenceRow[]; before: TextAt; after: TextAt },
): Promise<DifferenceRow[]> {
  const owners = new WordOwners(await readTextOwners(db, actor, documentId))
  const removals = await readRemovals(db, { documentId, from: before.seq, to: after.seq })
  const left = typedBlocks(before.state).values()
  const right = typedBlocks(after.state).values()
  return rows.map(row => {
    const then = row.before && left.next().value
    const now = row.after && right.next().value
    if (row.kind === 'same') return row
    return {
      ...row,
      hands: {
        before: handsIn(row.before, then, 'removed', { owners, removals }),
        after: handsIn(row.after, now, 'added', { owners }),
      },
    }
  })
}

interface Known {
  owners: WordOwners
  removals?: Removals
}

function handsIn(
  side: DifferenceSide | undefined,
  block: TypedBlock | undefined,
  change: Segment['change'],
  known: Known,
): Hand[] {
  // What a foreign client broke may read otherwise than it was typed.
  if (!side || block?.text !== side.segments.map(segment => segment.text).join('')) return []
  const hands = new Map<string, Hand>()
  let at = 0
  for (const { text, change: is } of side.segments) {
    if (is === change)
      for (const run of cut(block.runs, at, at + text.length))
        for (const hand of handsOf(run, known))
          hands.set(JSON.stringify([hand.wrote, hand.restoredBy, hand.removedBy]), hand)
    at += text.length
  }
  const all = [...hands.values()]
  // Of a word that was changed, a few letters may have stayed.
  return all.filter(hand => hand.removedBy || !all.some(other => other.removedBy && isSameHand(hand, other)))
}

const isSameHand = (one: Hand, other: Hand) => one.wrote === other.wrote && one.restoredBy === other.restoredBy

/** What was typed between two places in a block, without mere spaces. */
function cut(runs: TypedBlock['runs'], from: number, to: number): TypedRun[] {
  let start = 0
  return runs.flatMap(run => {
    const skipped = Math.max(0, from - start)
    const text = run.text.slice(skipped, Math.max(skipped, to - start))
    start += run.text.length
    return run.client === null || text.trim() === '' ? [] : { ...run, clock: run.clock + skipped, text }
  })
}

function handsOf(run: TypedRun, { owners, removals }: Known): Hand[] {
  return owners.split(run).flatMap(({ client, clock, text, owner }) => {
    const found: Hand[] = []
    const person = (place: number | null | undefined) => (typeof place === 'number' ? owners.authors[place] : undefined)
    for (let at = clock; at < clock + text.length; ) {
      const remover = removals ? removerOf(removals, client, at) : { until: Number.POSITIVE_INFINITY }
      found.push({ wrote: person(owner?.author) ?? null, restoredBy: person(owner?.restoredBy), removedBy: remover.by })
      at = remover.until
    }
    return found
  })
}
