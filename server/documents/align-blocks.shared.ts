import { diffArrays } from 'diff'

/** A block and what became of it; one side is absent for what was added or removed. */
export type BlockPair<Block> = [before: Block | undefined, after: Block | undefined]

interface Worded {
  text: string
}

/** Below this likeness two blocks are read as one removed and another added. */
const LIKENESS = 0.34
/** A stretch with more possible pairs than this was rewritten: looking for likeness would only cost time. */
const MOST_PAIRS = 250_000

/** Lays two texts side by side: equal blocks first, then those most alike between them, in order. */
export function alignBlocks<Block extends Worded>(before: Block[], after: Block[]): BlockPair<Block>[] {
  const pairs: BlockPair<Block>[] = []
  let removed: Block[] = []
  let added: Block[] = []
  const closeStretch = () => {
    pairs.push(...alignStretch(removed, added))
    removed = []
    added = []
  }
  let left = 0
  let right = 0
  for (const change of diffArrays(before.map(textOf), after.map(textOf))) {
    if (change.removed) removed.push(...before.slice(left, left + change.count))
    if (change.added) added.push(...after.slice(right, right + change.count))
    if (!change.removed && !change.added) {
      closeStretch()
      for (let step = 0; step < change.count; step++) pairs.push([before[left + step], after[right + step]])
    }
    if (!change.added) left += change.count
    if (!change.removed) right += change.count
  }
  closeStretch()
  return pairs
}

const textOf = (block: Worded) => block.text

/** The ordered pairing with the highest likeness in total (Needleman and Wunsch, without a price for gaps). */
function alignStretch<Block extends Worded>(removed: Block[], added: Block[]): BlockPair<Block>[] {
  const unpaired = removed.map((block): BlockPair<Block> => [block, undefined])
  unpaired.push(...added.map((block): BlockPair<Block> => [undefined, block]))
  if (!removed.length || !added.length || removed.length * added.length > MOST_PAIRS) return unpaired

  const likeness = likenessOf(removed, added)
  const width = added.length + 1
  const best = new Float64Array((removed.length + 1) * width)
  for (let left = removed.length - 1; left >= 0; left--)
    for (let right = added.length - 1; right >= 0; right--) {
      const paired = likeness(left, right) + best[(left + 1) * width + right + 1]!
      best[left * width + right] = Math.max(paired, best[(left + 1) * width + right]!, best[left * width + right + 1]!)
    }

  const pairs: BlockPair<Block>[] = []
  let left = 0
  let right = 0
  while (left < removed.length && right < added.length) {
    const here = best[left * width + right]!
    const share = likeness(left, right)
    if (share > 0 && here === share + best[(left + 1) * width + right + 1]!)
      pairs.push([removed[left++], added[right++]])
    else if (here === best[(left + 1) * width + right]) pairs.push([removed[left++], undefined])
    else pairs.push([undefined, added[right++]])
  }
  while (left < removed.length) pairs.push([removed[left++], undefined])
  while (right < added.length) pairs.push([undefined, added[right++]])
  return pairs
}

/** @returns how alike a removed and an added block are: 0 (not enough to be one) to 1, by the words they share */
function likenessOf(removed: Worded[], added: Worded[]) {
  const before = removed.map(countWords)
  const after = added.map(countWords)
  return (left: number, right: number) => {
    const [one, other] = [before[left]!, after[right]!]
    if (one.total === 0 || other.total === 0) return 0
    let shared = 0
    for (const [word, times] of one.words) shared += Math.min(times, other.words.get(word) ?? 0)
    const share = (2 * shared) / (one.total + other.total)
    return share >= LIKENESS ? share : 0
  }
}

function countWords({ text }: Worded) {
  const words = new Map<string, number>()
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  for (const word of found) words.set(word, (words.get(word) ?? 0) + 1)
  return { words, total: found.length }
}
