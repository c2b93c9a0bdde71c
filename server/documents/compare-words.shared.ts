import { type Change, diffWordsWithSpace } from 'diff'
import type { TextRun } from './text-blocks.shared'

/** A stretch of a block as the difference shows it. */
export interface Segment extends TextRun {
  change: 'same' | 'added' | 'removed' | 'formatting'
}

/** Beyond this many changed words a block is shown as rewritten: a finer answer costs seconds and reads no better. */
const MOST_EDITS = 3_000

/** @returns both sides; the texts of `before` joined are the old text, those of `after` the new */
export function compareWords(before: TextRun[], after: TextRun[]): { before: Segment[]; after: Segment[] } {
  const left = new RunReader(before)
  const right = new RunReader(after)
  const sides = { before: [] as Segment[], after: [] as Segment[] }
  for (const { value, added, removed } of changesBetween(left.text, right.text)) {
    if (removed) sides.before.push(...left.take(value.length).map(run => ({ ...run, change: 'removed' as const })))
    else if (added) sides.after.push(...right.take(value.length).map(run => ({ ...run, change: 'added' as const })))
    else takeSame(value.length, left, right, sides)
  }
  return { before: joinEqual(sides.before), after: joinEqual(sides.after) }
}

/** The same words may have become bold, or point elsewhere. */
function takeSame(length: number, left: RunReader, right: RunReader, sides: { before: Segment[]; after: Segment[] }) {
  for (let taken = 0; taken < length; ) {
    const step = Math.min(length - taken, left.restOfRun, right.restOfRun)
    const [one] = left.take(step)
    const [other] = right.take(step)
    const change = sameMarks(one!, other!) ? 'same' : 'formatting'
    sides.before.push({ ...one!, change })
    sides.after.push({ ...other!, change })
    taken += step
  }
}

function changesBetween(before: string, after: string): Pick<Change, 'value' | 'added' | 'removed'>[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (changes) return withoutIslands(changes)
  return [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
}

/** A lone comma, space or 'de' that stayed between two changes makes them unreadable: it becomes part of both. */
function withoutIslands(changes: Change[]): Pick<Change, 'value' | 'added' | 'removed'>[] {
  const isChange = (change?: Change) => change !== undefined && (change.added || change.removed)
  const merged: Pick<Change, 'value' | 'added' | 'removed'>[] = []
  let removed = ''
  let added = ''
  const close = () => {
    if (removed) merged.push({ value: removed, removed: true, added: false })
    if (added) merged.push({ value: added, removed: false, added: true })
    removed = ''
    added = ''
  }
  changes.forEach((change, index) => {
    const isIsland = isChange(changes[index - 1]) && isChange(changes[index + 1]) && isSlight(change.value)
    if (!isChange(change) && !isIsland) {
      close()
      merged.push(change)
      return
    }
    if (!change.added) removed += change.value
    if (!change.removed) added += change.value
  })
  close()
  return merged
}

const isSlight = (text: string) => !text.includes('\n') && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) <= 3

const sameMarks = (one: TextRun, other: TextRun) => formatOf(one) === formatOf(other)
const formatOf = ({ marks }: TextRun) => JSON.stringify(marks.map(mark => [mark.type, mark.href]).sort())

function joinEqual(segments: Segment[]): Segment[] {
  return segments.reduce<Segment[]>((joined, segment) => {
    const last = joined.at(-1)
    if (last?.change === segment.change && sameMarks(last, segment)) last.text += segment.text
    else joined.push({ ...segment })
    return joined
  }, [])
}

/** Reads formatted text by numbers of characters. */
class RunReader {
  private index = 0
  private offset = 0
  constructor(private readonly runs: TextRun[]) {}

  get text() {
    return this.runs.map(run => run.text).join('')
  }

  get restOfRun() {
    while (this.runs[this.index]?.text.length === this.offset) {
      this.index++
      this.offset = 0
    }
    return (this.runs[this.index]?.text.length ?? 0) - this.offset
  }

  take(length: number): TextRun[] {
    const taken: TextRun[] = []
    for (let left = length; left > 0; ) {
      const step = Math.min(left, this.restOfRun)
      const { text, marks } = this.runs[this.index]!
      taken.push({ text: text.slice(this.offset, this.offset + step), marks })
      this.offset += step
      left -= step
    }
    return taken
  }
}
