import { Changed } from '#app/components/difference-block'
import { compareWords, type Segment } from '#server/documents/compare-words.shared'

/** What becomes of some words, in one reading: what goes struck out, what comes underlined. */
export function WordDifference({ before, after }: { before: string; after: string }) {
  const run = (text: string) => (text ? [{ text, marks: [] }] : [])
  const sides = compareWords(run(before), run(after))
  return (
    <p className="word-difference" lang="nl">
      {inOne(sides.before, sides.after).map(({ text, change }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
        <Changed key={index} change={change}>
          {text}
        </Changed>
      ))}
    </p>
  )
}

/** What stayed is in both sides, in the same order. */
function inOne(before: Segment[], after: Segment[]): Segment[] {
  const joined: Segment[] = []
  let next = 0
  for (const segment of before) {
    if (segment.change === 'removed') {
      joined.push(segment)
      continue
    }
    while (after[next]?.change === 'added') joined.push(after[next++]!)
    joined.push(segment)
    next++
  }
  return [...joined, ...after.slice(next)]
}
