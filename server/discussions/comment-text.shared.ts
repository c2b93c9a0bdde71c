/** A stretch of a comment with one look. */
export interface CommentRun {
  text: string
  bold?: true
  italic?: true
  href?: string
  /** calls somebody by this name; whom, the comment's mentions say */
  mention?: string
}

export type CommentBlock =
  | { kind: 'paragraph' | 'quote'; lines: CommentRun[][] }
  | { kind: 'list'; isNumbered: boolean; items: CommentRun[][] }

/**
 * Reads the marks of a comment: `**bold**`, `*italic*`, `[words](https://…)`, bare addresses, `- ` and `1. ` lists, `> ` quotes,
 * `@CODE` and `@[Name]`. Whatever is none of these is what it looks like; there is no way to write HTML.
 */
export function readComment(text: string): CommentBlock[] {
  const blocks: CommentBlock[] = []
  let isNew = true
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isNew = true
      continue
    }
    const { kind, isNumbered, rest } = kindOf(line)
    const last = isNew ? undefined : blocks.at(-1)
    const runs = readRuns(rest)
    if (kind === 'list') {
      if (last?.kind === 'list' && last.isNumbered === isNumbered) last.items.push(runs)
      else blocks.push({ kind, isNumbered, items: [runs] })
    } else if (last?.kind === kind) last.lines.push(runs)
    else blocks.push({ kind, lines: [runs] })
    isNew = false
  }
  return blocks
}

/** @returns the names that are called in a comment, each once */
export function namesIn(text: string): string[] {
  const runs = readComment(text).flatMap(block => (block.kind === 'list' ? block.items : block.lines).flat())
  return [...new Set(runs.flatMap(({ mention }) => (mention === undefined ? [] : [mention])))]
}

/** @returns the comment as bare words, for a line in a list */
export const plainComment = (text: string): string =>
  readComment(text)
    .flatMap(block => (block.kind === 'list' ? block.items : block.lines))
    .map(runs => runs.map(run => run.text).join(''))
    .join(' ')

/** How a name is written in a comment. */
export const mentionMark = (name: string) => (/^[A-Z][A-Z0-9-]+$/.test(name) ? `@${name}` : `@[${name}]`)

function kindOf(line: string): { kind: CommentBlock['kind']; isNumbered: boolean; rest: string } {
  const [, bullet, number, quote, rest = line] = /^\s*(?:([-*•]) |(\d{1,3}[.)]) |(>) ?)(.*)$/.exec(line) ?? []
  if (bullet || number) return { kind: 'list', isNumbered: number !== undefined, rest }
  return { kind: quote ? 'quote' : 'paragraph', isNumbered: false, rest }
}

const mark =
  /\*\*(?<bold>[^*\n]+)\*\*|\*(?<italic>[^*\s](?:[^*\n]*[^*\s])?)\*|\[(?<label>[^\]\n]+)\]\((?<href>(?:https?:\/\/|mailto:)[^\s()]+)\)|(?<url>https?:\/\/[^\s<>()]*[^\s<>().,;:!?'"])|(?<![\p{L}\p{N}])@(?:\[(?<name>[^\]\n]{1,120})\]|(?<code>[A-Z][A-Z0-9-]+))/gu

function readRuns(line: string, look: Pick<CommentRun, 'bold' | 'italic'> = {}): CommentRun[] {
  const runs: CommentRun[] = []
  let at = 0
  const plain = (text: string) => text && runs.push({ text, ...look })
  for (const found of line.matchAll(mark)) {
    const { bold, italic, label, href, url, name = undefined, code = undefined } = found.groups ?? {}
    plain(line.slice(at, found.index))
    at = found.index + found[0].length
    if (bold) runs.push(...readRuns(bold, { ...look, bold: true }))
    else if (italic) runs.push(...readRuns(italic, { ...look, italic: true }))
    else if (label && href) runs.push({ text: label, href, ...look })
    else if (url) runs.push({ text: url, href: url, ...look })
    else if (name ?? code) runs.push({ text: `@${name ?? code}`, mention: (name ?? code)!, ...look })
  }
  plain(line.slice(at))
  return runs
}
