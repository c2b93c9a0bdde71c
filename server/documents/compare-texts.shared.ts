import type { JSONContent } from '@tiptap/core'
import { alignBlocks, type BlockPair } from './align-blocks.shared'
import { compareWords, type Segment } from './compare-words.shared'
import { canonicalJson, type TextBlock, type TextRun, textBlocks } from './text-blocks.shared'
import type { TextAuthor } from './version.shared'

/** One side of a row: a block and its words. */
export interface DifferenceSide extends Pick<TextBlock, 'kind' | 'level' | 'number' | 'checked' | 'indent'> {
  segments: Segment[]
}

/** A block then and now. `formatting`: the words are the same, how they look (or where a link leads) is not. */
export interface DifferenceRow {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'formatting'
  before?: DifferenceSide
  after?: DifferenceSide
  /** whose the words are that only one side has, where the log tells (`nameHands`) */
  hands?: { before: Hand[]; after: Hand[] }
}

/** Whose some words are; null: they came with the plan. */
export interface Hand {
  wrote: TextAuthor | null
  /** who brought them back, where that was somebody else */
  restoredBy?: TextAuthor
  /** who took them away */
  removedBy?: TextAuthor
}

/**
 * Compares two texts block by block, and word by word within a block that changed.
 * @param before,after ProseMirror JSON, as versions and contents keep it
 * @returns the rows in reading order; every row is 'same' only when the texts are equal
 */
export function compareTexts(before: JSONContent, after: JSONContent): DifferenceRow[] {
  const pairs = alignBlocks(textBlocks(before), textBlocks(after))
  const rows = pairs.map(compareBlocks)
  if (rows.some(row => row.kind !== 'same') || canonicalJson(before) === canonicalJson(after)) return rows
  // The blocks look the same, but a list was split or joined; or something that no block shows is different.
  const regrouped = pairs.map(([one, other]) => one?.opens !== other?.opens)
  const isHidden = !regrouped.includes(true)
  return rows.map((row, index) => (isHidden || regrouped[index] ? { ...row, kind: 'formatting' } : row))
}

/** @returns in how many places a reader finds a difference: neighbours that were added, or removed, are one place */
export function countPlaces(rows: DifferenceRow[]): number {
  return rows.filter((row, index) => {
    const isRun = row.kind === 'added' || row.kind === 'removed'
    return row.kind !== 'same' && !(isRun && rows[index - 1]?.kind === row.kind)
  }).length
}

function compareBlocks([before, after]: BlockPair<TextBlock>): DifferenceRow {
  if (!before) return { kind: 'added', after: sideOf(after!, allAs(after!.runs, 'added')) }
  if (!after) return { kind: 'removed', before: sideOf(before, allAs(before.runs, 'removed')) }
  const segments = compareWords(before.runs, after.runs)
  return {
    kind: kindOf(before, after, [...segments.before, ...segments.after]),
    before: sideOf(before, segments.before),
    after: sideOf(after, segments.after),
  }
}

function kindOf(before: TextBlock, after: TextBlock, segments: Segment[]): DifferenceRow['kind'] {
  if (before.text !== after.text || before.checked !== after.checked) return 'changed'
  if (before.format !== after.format || segments.some(segment => segment.change === 'formatting')) return 'formatting'
  return 'same'
}

const allAs = (runs: TextRun[], change: Segment['change']) => runs.map(run => ({ ...run, change }))

function sideOf({ kind, level, number, checked, indent }: TextBlock, segments: Segment[]): DifferenceSide {
  return { kind, level, number, checked, indent, segments }
}
