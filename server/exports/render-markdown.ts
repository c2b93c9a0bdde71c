import type { Block, DocumentModel, Run, Table } from './document-model.shared'

/** Writes a document as Markdown (CommonMark with tables), to paste where that is read. */
export function renderMarkdown({ title, subtitle, facts, footer, blocks }: DocumentModel): Buffer {
  const parts = [
    `# ${escaped(title)}`,
    escaped(subtitle),
    ...(facts.length > 0 ? [facts.map(([label, text]) => `- **${escaped(label)}:** ${escaped(text)}`).join('\n')] : []),
    ...blocks.map(toMarkdown),
    '---',
    escaped(footer),
  ]
  return Buffer.from(`${parts.filter(part => part !== '').join('\n\n')}\n`, 'utf8')
}

function toMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escaped(block.text).replaceAll('\n', ' ')}`
    case 'paragraph':
      if (block.look === 'code') return `\`\`\`\n${block.runs.map(run => run.text).join('')}\n\`\`\``
      return prefixed(atStart(runs(block.runs)), block.look === 'quote' ? '> ' : '')
    case 'list':
      return block.items
        .map(({ mark, blocks }, index) => {
          const marker = block.isNumbered ? `${block.start + index}. ` : '- '
          const content = [mark ?? '', blocks.map(toMarkdown).join('\n\n')].filter(Boolean).join(' ')
          return marker + prefixed(content, ' '.repeat(marker.length)).trimStart()
        })
        .join('\n')
    case 'table':
      return table(block)
    case 'rule':
      return '---'
  }
}

/** Markdown has no table without a head: where there is none, an empty one. */
function table({ title, head, rows }: Table): string {
  const width = Math.max(head?.length ?? 0, ...rows.map(row => row.length))
  const line = (texts: string[]) => `| ${texts.map(text => text.replaceAll('|', '\\|')).join(' | ')} |`
  const cell = (content: Run[] | undefined) => runs(content ?? []).replace(/(\\?\n)+/g, '<br>')
  return [
    `**${escaped(title)}**`,
    '',
    line(head ? head.map(escaped) : Array.from({ length: width }, () => ' ')),
    line(Array.from({ length: width }, () => '---')),
    ...rows.map(row => line(Array.from({ length: width }, (_, index) => cell(row[index])))),
  ].join('\n')
}

function runs(all: Run[]): string {
  return all
    .map(({ text, bold, italic, strike, href }) => {
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
      if (words === '') return text
      let written = escaped(words).replaceAll('\n', '\\\n')
      if (bold) written = `**${written}**`
      if (italic) written = `_${written}_`
      if (strike) written = `~~${written}~~`
      return before + (href ? `[${written}](<${href}>)` : written) + after
    })
    .join('')
}

const prefixed = (text: string, prefix: string) =>
  prefix === ''
    ? text
    : text
        .split('\n')
        .map(line => prefix + line)
        .join('\n')

const escaped = (text: string) => text.replace(/[\\*_`[\]~<]/g, '\\$&')
const atStart = (text: string) => text.replace(/^(#{1,6} |[-+>])/gm, '\\$1').replace(/^(\d+)\. /gm, '$1\\. ')
