import type { JSONContent } from '@tiptap/core'
import type { Block, Run } from './document-model.shared'

export interface TextWords {
  taskDone: string
  taskOpen: string
  table: string
}

/**
 * A live text as blocks of a document.
 * @param depth the level of the heading that it stands under: its own headings come below that
 */
export function textToBlocks(text: JSONContent, depth: number, words: TextWords): Block[] {
  return (text.content ?? []).flatMap(node => toBlocks(node, depth, words))
}

function toBlocks(node: JSONContent, depth: number, words: TextWords): Block[] {
  const inner = () => textToBlocks(node, depth, words)
  switch (node.type) {
    case 'heading': {
      // The highest in a text is 2.
      const level = Math.min(5, Math.max(1, depth + Number(node.attrs?.level ?? 2) - 1)) as 1
      const title = runsOf(node)
        .map(run => run.text)
        .join('')
      return title.trim() === '' ? [] : [{ kind: 'heading', level, text: title }]
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return [toList(node, depth, words)]
    case 'blockquote':
      return inner().map(block => (block.kind === 'paragraph' ? { ...block, look: 'quote' as const } : block))
    case 'codeBlock':
      return [{ kind: 'paragraph', runs: runsOf(node), look: 'code' }]
    case 'horizontalRule':
      return [{ kind: 'rule' }]
    case 'table':
      return toTable(node, words)
    default: {
      const runs = runsOf(node)
      return runs.length > 0 ? [{ kind: 'paragraph', runs }] : []
    }
  }
}

function toList(list: JSONContent, depth: number, words: TextWords): Block {
  const items = (list.content ?? []).map(item => {
    const blocks = textToBlocks(item, depth, words)
    if (item.type !== 'taskItem') return { blocks }
    return { blocks, mark: item.attrs?.checked ? words.taskDone : words.taskOpen }
  })
  return { kind: 'list', isNumbered: list.type === 'orderedList', start: Number(list.attrs?.start ?? 1), items }
}

function toTable(table: JSONContent, words: TextWords): Block[] {
  const rows = (table.content ?? []).map(row => row.content ?? [])
  const width = Math.max(0, ...rows.map(row => row.length))
  if (width === 0) return []
  const cells = rows.map(row => Array.from({ length: width }, (_, index) => cellRuns(row[index])))
  const hasHead = rows[0]?.every(cell => cell.type === 'tableHeader') ?? false
  const head = hasHead ? (cells[0] ?? []).map(runs => runs.map(run => run.text).join('')) : null
  const hasRowHeads = rows.length > 1 && rows.slice(1).every(row => row[0]?.type === 'tableHeader')
  const body = hasHead ? cells.slice(1) : cells
  const widths = Array.from({ length: width }, () => 1)
  return [{ kind: 'table', title: words.table, head, hasRowHeads, rows: body, widths }]
}

/** All that a cell says, a line for each block in it. */
function cellRuns(cell: JSONContent | undefined): Run[] {
  return (cell?.content ?? []).flatMap((block, index) => {
    const runs = block.content?.some(child => child.type !== 'text' && child.type !== 'hardBreak')
      ? cellRuns(block)
      : runsOf(block)
    return index > 0 ? [{ text: '\n' }, ...runs] : runs
  })
}

function runsOf(node: JSONContent): Run[] {
  return (node.content ?? []).map(({ type, text = '', marks = [] }) => {
    const has = (name: string) => marks.some(mark => mark.type === name)
    const href = marks.find(mark => mark.type === 'link')?.attrs?.href
    return {
      text: type === 'hardBreak' ? '\n' : text,
      ...(has('bold') && { bold: true }),
      ...(has('italic') && { italic: true }),
      ...(has('strike') && { strike: true }),
      ...(has('underline') && { underline: true }),
      ...(typeof href === 'string' && { href }),
    }
  })
}
