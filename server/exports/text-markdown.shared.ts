import type { JSONContent } from '@tiptap/core'

type Mark = NonNullable<JSONContent['marks']>[number]

/** A text as Markdown, for a cell of a table: all that Markdown can say stays. `fromMarkdown` reads it back. */
export const toMarkdown = (text: JSONContent): string => writeBlocks(text.content ?? []).join('\n\n')

/** One text a block; lists are one block, with a line for each item. */
function writeBlocks(nodes: JSONContent[]): string[] {
  return nodes.map(writeBlock).filter(block => block !== '')
}

function writeBlock(node: JSONContent): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(node.attrs?.level ?? 2)} ${writeInline(node).replaceAll('\n', ' ')}`
    case 'bulletList':
      return writeItems(node, () => '- ')
    case 'orderedList':
      return writeItems(node, index => `${Number(node.attrs?.start ?? 1) + index}. `)
    case 'taskList':
      return writeItems(node, (_, item) => (item.attrs?.checked ? '- [x] ' : '- [ ] '))
    case 'blockquote':
      return prefixed(writeBlocks(node.content ?? []).join('\n\n'), '> ', '> ')
    case 'codeBlock':
      return `\`\`\`\n${plainText(node)}\n\`\`\``
    case 'horizontalRule':
      return '---'
    case 'table':
      return writeTable(node)
    default:
      return writeInline(node)
        .split('\n')
        .map(line => line.replace(/^(#{1,6} |[-+>|]|\d+\. |```)/, '\\$1'))
        .join('\n')
  }
}

function writeItems(list: JSONContent, marker: (index: number, item: JSONContent) => string): string {
  return (list.content ?? [])
    .map((item, index) => prefixed(writeBlocks(item.content ?? []).join('\n'), marker(index, item), '  '))
    .join('\n')
}

const prefixed = (text: string, first: string, other: string) =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : other) + line)
    .join('\n')

/** A row a line; the first is the head when its cells are. */
function writeTable(table: JSONContent): string {
  const rows = (table.content ?? []).map(row => row.content ?? [])
  const line = (cells: JSONContent[]) =>
    `| ${cells
      .map(cell =>
        writeBlocks(cell.content ?? [])
          .join(' ')
          .replaceAll('\n', ' ')
          .replaceAll('|', '\\|'),
      )
      .join(' | ')} |`
  const lines = rows.map(line)
  const hasHead = rows[0]?.every(cell => cell.type === 'tableHeader')
  return hasHead
    ? [lines[0], `|${' --- |'.repeat(rows[0]?.length ?? 0)}`, ...lines.slice(1)].join('\n')
    : lines.join('\n')
}

const plainText = (node: JSONContent) => (node.content ?? []).map(child => child.text ?? '').join('')

function writeInline(node: JSONContent): string {
  return (node.content ?? [])
    .map(({ type, text = '', marks = [] }) => (type === 'hardBreak' ? '\n' : writeMarks(text, marks)))
    .join('')
}

/** Marks close where words begin: spaces at the ends stay outside. */
function writeMarks(text: string, marks: Mark[]): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  if (words === '') return text
  const is = (type: string) => marks.some(mark => mark.type === type)
  let written = is('code') ? `\`${words}\`` : words.replace(/[\\*_`[\]~]/g, '\\$&')
  if (is('bold')) written = `**${written}**`
  if (is('italic')) written = `_${written}_`
  if (is('strike')) written = `~~${written}~~`
  const href = marks.find(mark => mark.type === 'link')?.attrs?.href
  return before + (href ? `[${written}](${href})` : written) + after
}

/** Reads a text from Markdown, or from plain lines; all that it does not know is words. */
export function fromMarkdown(markdown: string): JSONContent {
  const content = readBlocks(markdown.replace(/\r\n?/g, '\n').split('\n'))
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

const heading = /^(#{1,6}) +(.*)$/
const item = /^( *)(?:[-*•+] |(\d{1,4})[.)] )(?:\[([ xX])\] )?(.*)$/
const quote = /^> ?(.*)$/
const row = /^\|(.*)\|\s*$/
const rule = /^(?:---+|\*\*\*+)\s*$/
const fence = /^```/

function readBlocks(lines: string[]): JSONContent[] {
  const blocks: JSONContent[] = []
  let at = 0
  const takeWhile = (fits: (line: string) => boolean) => {
    const from = at
    while (at < lines.length && fits(lines[at] as string)) at++
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] as string
    const head = heading.exec(line)
    if (line.trim() === '') at++
    else if (head) {
      at++
      const level = Math.min(4, Math.max(2, head[1]?.length ?? 2))
      blocks.push({ type: 'heading', attrs: { level }, ...inlineContent(head[2] ?? '') })
    } else if (fence.test(line)) {
      at++
      const code = takeWhile(inside => !fence.test(inside)).join('\n')
      at++
      blocks.push({ type: 'codeBlock', ...(code && { content: [{ type: 'text', text: code }] }) })
    } else if (rule.test(line)) {
      at++
      blocks.push({ type: 'horizontalRule' })
    } else if (quote.test(line)) {
      const inner = takeWhile(next => quote.test(next)).map(next => quote.exec(next)?.[1] ?? '')
      blocks.push({ type: 'blockquote', content: orParagraph(readBlocks(inner)) })
    } else if (row.test(line)) blocks.push(readTable(takeWhile(next => row.test(next))))
    else if (item.test(line)) blocks.push(...readItems(takeWhile(next => item.test(next) || /^ {2,}\S/.test(next))))
    else {
      const paragraph = takeWhile(next => next.trim() !== '' && !isBlockStart(next))
      blocks.push({ type: 'paragraph', ...inlineContent(paragraph.map(unescapeStart).join('\n')) })
    }
  }
  return blocks
}

const isBlockStart = (line: string) => [heading, item, quote, row, rule, fence].some(start => start.test(line))
const unescapeStart = (line: string) => line.replace(/^\\(#{1,6} |[-+>|]|\d+\. |```)/, '$1')
const orParagraph = (blocks: JSONContent[]) => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }])

/** A line that is indented goes on with the item above it. */
function readItems(lines: string[]): JSONContent[] {
  const lists: JSONContent[] = []
  let at = 0
  while (at < lines.length) {
    const [, , number, tick, words = ''] = item.exec(lines[at] as string) ?? []
    at++
    const inner = [words]
    while (at < lines.length && /^ {2,}/.test(lines[at] as string)) inner.push((lines[at++] as string).slice(2))
    const type = tick !== undefined ? 'taskList' : number !== undefined ? 'orderedList' : 'bulletList'
    const content = orParagraph(readBlocks(inner))
    if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' })
    const made =
      type === 'taskList'
        ? { type: 'taskItem', attrs: { checked: tick !== ' ' }, content }
        : { type: 'listItem', content }
    const last = lists.at(-1)
    if (last?.type === type) last.content?.push(made)
    else lists.push({ type, ...(type === 'orderedList' && { attrs: { start: Number(number) } }), content: [made] })
  }
  return lists
}

function readTable(lines: string[]): JSONContent {
  const rows = lines.map(line =>
    (row.exec(line)?.[1] ?? '').split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('\\|', '|')),
  )
  const hasHead = rows[1]?.every(cell => /^:?-{3,}:?$/.test(cell)) ?? false
  const width = Math.max(...rows.map(cells => cells.length))
  const toRow = (cells: string[], type: string) => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, index) => ({
      type,
      content: [{ type: 'paragraph', ...inlineContent(cells[index] ?? '') }],
    })),
  })
  const [head = [], ...body] = hasHead ? rows.filter((_, index) => index !== 1) : rows
  return {
    type: 'table',
    content: [toRow(head, hasHead ? 'tableHeader' : 'tableCell'), ...body.map(cells => toRow(cells, 'tableCell'))],
  }
}

const inline =
  /\\([\\*_`[\]~])|`([^`]+)`|\*\*(.+?)\*\*|~~(.+?)~~|(?<![\p{L}\p{N}])_(.+?)_(?![\p{L}\p{N}])|\[((?:\\.|[^\]\\])+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)|\n/gsu

function inlineContent(text: string): { content?: JSONContent[] } {
  const content = readInline(text, [])
  return content.length > 0 ? { content } : {}
}

function readInline(text: string, marks: Mark[]): JSONContent[] {
  const nodes: JSONContent[] = []
  const put = (words: string, own = marks) => {
    if (words === '') return
    const last = nodes.at(-1)
    if (last?.text !== undefined && JSON.stringify(last.marks ?? []) === JSON.stringify(own)) last.text += words
    else nodes.push({ type: 'text', text: words, ...(own.length > 0 && { marks: own }) })
  }
  let end = 0
  for (const found of text.matchAll(inline)) {
    put(text.slice(end, found.index))
    end = found.index + found[0].length
    const [, escaped, code, bold, strike, italic, label, href] = found
    if (escaped !== undefined) put(escaped)
    else if (code !== undefined) put(code, [...marks, { type: 'code' }])
    else if (bold !== undefined) nodes.push(...readInline(bold, [...marks, { type: 'bold' }]))
    else if (strike !== undefined) nodes.push(...readInline(strike, [...marks, { type: 'strike' }]))
    else if (italic !== undefined) nodes.push(...readInline(italic, [...marks, { type: 'italic' }]))
    else if (label !== undefined) nodes.push(...readInline(label, [...marks, { type: 'link', attrs: { href } }]))
    else nodes.push({ type: 'hardBreak' })
  }
  put(text.slice(end))
  return nodes
}
