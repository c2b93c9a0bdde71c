import mammoth from 'mammoth'

/** The parts of mammoth's own tree that we read. */
interface Node {
  type: string
  styleId?: string | null
  styleName?: string | null
  numbering?: { isOrdered: boolean; level: string } | null
  children?: Node[]
  value?: string
  isBold?: boolean
  isItalic?: boolean
  href?: string
}

/**
 * Reads a Word file as rows: the highest headings are priorities, those below them measures, and what stands under a measure
 * is its text. With headings of one height only, they are measures.
 * @returns a head and a row for each measure; the text as Markdown
 */
export async function readDocx(file: Buffer): Promise<string[][]> {
  let tree: Node = { type: 'document' }
  await mammoth.convertToHtml(
    { buffer: file },
    {
      transformDocument: (document: Node) => {
        tree = document
        return { ...document, children: [] }
      },
    },
  )
  const blocks = tree.children ?? []
  const heights = [...new Set(blocks.map(levelOf).filter(level => level > 0))].sort()
  const [first = 1, second] = heights
  const measureLevel = second ?? first
  const rows: { priority: string; title: string; text: string[] }[] = []
  let priority = ''
  for (const block of blocks) {
    const level = levelOf(block)
    if (level > 0 && level < measureLevel) priority = plain(block)
    else if (level === measureLevel) rows.push({ priority, title: plain(block), text: [] })
    else rows.at(-1)?.text.push(markdown(block, measureLevel))
  }
  return [
    ['Prioriteit', 'Nr.', 'Titel', 'Tekst'],
    ...rows.filter(row => row.title).map(({ priority, title, text }) => [priority, ...numbered(title), join(text)]),
  ]
}

/** 0: no heading. */
function levelOf({ type, styleId, styleName }: Node): number {
  if (type !== 'paragraph') return 0
  const [, height] = /^heading (\d)$/i.exec(styleName ?? '') ?? /^(?:heading|kop)\s?(\d)$/i.exec(styleId ?? '') ?? []
  return Number(height ?? 0)
}

/** "Actie 3: …" and "3. …" give the number as well. */
function numbered(title: string): [number: string, title: string] {
  const [, number = '', rest = title] =
    /^(?:(?:actie|action|maatregel|measure)\s+)?(\d{1,4})\s*[.:)]\s+(.+)$/i.exec(title) ?? []
  return [number, rest]
}

const plain = (node: Node): string =>
  inline(node, words => words)
    .replace(/\s+/g, ' ')
    .trim()

function inline(node: Node, write: (words: string) => string): string {
  return (node.children ?? [])
    .map(child => {
      if (child.type === 'text') return write(child.value ?? '')
      if (child.type === 'tab') return ' '
      if (child.type === 'break') return '\n'
      return inline(child, write)
    })
    .join('')
}

const escapeMarkdown = (words: string) => words.replace(/[\\*_`[\]~]/g, '\\$&')

function rich(node: Node): string {
  return (node.children ?? [])
    .map(child => {
      const words =
        child.type === 'hyperlink' ? rich(child) : inline({ type: 'run', children: [child] }, escapeMarkdown)
      if (child.type === 'hyperlink' && /^(https?:|mailto:)/.test(child.href ?? '')) return `[${words}](${child.href})`
      const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? []
      if (!inside) return words
      const bold = child.isBold ? `**${inside}**` : inside
      return before + (child.isItalic ? `_${bold}_` : bold) + after
    })
    .join('')
}

function markdown(node: Node, measureLevel: number): string {
  if (node.type === 'table') return table(node)
  const level = levelOf(node)
  if (level > 0) return `${'#'.repeat(Math.min(4, level - measureLevel + 1))} ${plain(node)}`
  const words = rich(node).trim()
  if (!words || !node.numbering) return words
  return `${'  '.repeat(Number(node.numbering.level))}${node.numbering.isOrdered ? '1.' : '-'} ${words.replaceAll('\n', ' ')}`
}

function table(node: Node): string {
  const rows = (node.children ?? []).map(row =>
    (row.children ?? []).map(cell => (cell.children ?? []).map(plain).join(' ').replaceAll('|', '\\|')),
  )
  const [head = [], ...body] = rows.map(cells => `| ${cells.join(' | ')} |`)
  return [head, `|${' --- |'.repeat(rows[0]?.length ?? 1)}`, ...body].join('\n')
}

/** Items of a list stand close together, other blocks apart. */
function join(blocks: string[]): string {
  const isItem = (block: string | undefined) => /^ *(-|\d+\.) /.test(block ?? '')
  return blocks
    .filter(Boolean)
    .reduce(
      (text, block, index, all) =>
        text + (index === 0 ? '' : isItem(block) && isItem(all[index - 1]) ? '\n' : '\n\n') + block,
      '',
    )
}
