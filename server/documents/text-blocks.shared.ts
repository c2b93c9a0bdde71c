import type { JSONContent } from '@tiptap/core'

/** A stretch of text with one formatting. */
export interface TextRun {
  text: string
  marks: { type: string; href?: string }[]
}

/** A paragraph, heading, list item or table row, wherever it stands in the tree. */
export interface TextBlock {
  kind: 'paragraph' | 'heading' | 'list-item' | 'task' | 'quote' | 'code' | 'table-row' | 'rule'
  /** of a heading, 2 to 4 */
  level?: number
  /** of an item in a numbered list */
  number?: number
  /** of a task */
  checked?: boolean
  /** how many lists and quotes it stands in, less one */
  indent: number
  runs: TextRun[]
  text: string
  /** the nodes it is made of and stands in, with their attributes: what there is to see besides its words */
  format: string
  /** how many of the nodes it stands in begin with it */
  opens: number
}

interface Step {
  node: JSONContent
  /** its place in the node above it */
  index: number
}

const containers = new Set(['bulletList', 'orderedList', 'taskList', 'blockquote'])
const blocks = new Set(['paragraph', 'heading', 'codeBlock', 'horizontalRule', 'tableRow'])

/** The blocks of a text in reading order; in a table row ' | ' separates the cells. */
export function textBlocks(content: JSONContent): TextBlock[] {
  return collect({ node: content, index: 0 }, [])
}

function collect(step: Step, path: Step[]): TextBlock[] {
  if (blocks.has(step.node.type ?? '')) return [toBlock(step, path)]
  const here = [...path, step]
  return (step.node.content ?? []).flatMap((node, index) => collect({ node, index }, here))
}

function toBlock(step: Step, path: Step[]): TextBlock {
  const runs = step.node.type === 'tableRow' ? rowRuns(step.node) : inlineRuns(step.node)
  const depth = path.filter(({ node }) => containers.has(node.type ?? '')).length
  return {
    ...shapeOf(step, path),
    indent: Math.max(0, depth - 1),
    runs,
    text: runs.map(run => run.text).join(''),
    format: formatOf(step.node, path),
    opens: [step, ...path.toReversed()].findIndex(above => above.index > 0),
  }
}

/** Only what an item begins with carries its bullet, number or box. */
function shapeOf({ node, index }: Step, path: Step[]): Pick<TextBlock, 'kind' | 'level' | 'number' | 'checked'> {
  if (node.type === 'heading') return { kind: 'heading', level: node.attrs?.level }
  if (node.type === 'tableRow') return { kind: 'table-row' }
  if (node.type === 'codeBlock') return { kind: 'code' }
  if (node.type === 'horizontalRule') return { kind: 'rule' }
  const [list, item] = path.slice(-2)
  if (index === 0 && item?.node.type === 'taskItem') return { kind: 'task', checked: item.node.attrs?.checked === true }
  if (index === 0 && item?.node.type === 'listItem') {
    if (list?.node.type !== 'orderedList') return { kind: 'list-item' }
    return { kind: 'list-item', number: Number(list.node.attrs?.start ?? 1) + item.index }
  }
  return { kind: path.some(above => above.node.type === 'blockquote') ? 'quote' : 'paragraph' }
}

function inlineRuns(node: JSONContent): TextRun[] {
  return (node.content ?? []).map(({ type, text, marks }) => ({
    text: type === 'hardBreak' ? '\n' : (text ?? ''),
    marks: (marks ?? []).map(mark =>
      mark.attrs?.href ? { type: mark.type, href: mark.attrs.href } : { type: mark.type },
    ),
  }))
}

function rowRuns(row: JSONContent): TextRun[] {
  return (row.content ?? []).flatMap((cell, column) => {
    const lines = textBlocks(cell).flatMap(({ runs }, line) => (line > 0 ? [plain('\n'), ...runs] : runs))
    return column > 0 ? [plain(' | '), ...lines] : lines
  })
}

const plain = (text: string): TextRun => ({ text, marks: [] })

/** Without the tick of a task, which is content and not formatting. */
function formatOf(node: JSONContent, path: Step[]): string {
  const around = path.slice(1).map(above => [above.node.type, above.node.type === 'taskItem' ? null : above.node.attrs])
  const cells = node.type === 'tableRow' ? (node.content ?? []).map(cell => [cell.type, cell.attrs]) : []
  return canonicalJson([around, node.type, node.attrs, cells])
}

/** JSON in which the order of keys makes no difference: the database keeps them in an order of its own. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
