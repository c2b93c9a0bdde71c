import { escapeHtml } from '../escape-html'
import type { Block, DocumentModel, Run, Table } from './document-model.shared'

/** Writes a document as one file of HTML that stands on its own: real headings, lists and tables, fit to print. */
export function renderHtml(model: DocumentModel): Buffer {
  const { title, subtitle, language, facts, footer, blocks } = model
  const html = `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p>${escapeHtml(subtitle)}</p>
<h1>${escapeHtml(title)}</h1>
${facts.length > 0 ? `<dl>\n${facts.map(([label, text]) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd></div>`).join('\n')}\n</dl>` : ''}
</header>
${blocks.map(toHtml).join('\n')}
</main>
<footer>${escapeHtml(footer)}</footer>
</body>
</html>
`
  return Buffer.from(html, 'utf8')
}

const style = `
body { font: 16px/1.5 system-ui, sans-serif; color: #1b2733; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 .4em; break-after: avoid }
h1 { margin: 0 0 .5em }
header > p, footer, .quiet { color: #4b5661 }
dl { margin: 0 } dl div { display: flex; gap: .5em } dt { font-weight: 600 } dd { margin: 0 }
table { border-collapse: collapse; width: 100%; margin: 1em 0 } th, td { border: 1px solid #b9bfc6; padding: .3em .5em; text-align: left; vertical-align: top }
thead th { background: #eef1f4 } tr { break-inside: avoid } caption { text-align: left; font-weight: 600; padding-bottom: .3em }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #b9bfc6 } pre { white-space: pre-wrap }
footer { margin-top: 3em; border-top: 1px solid #b9bfc6; padding-top: .5em; font-size: .875em }
@media print { body { margin: 0; max-width: none } a { color: inherit } }
`

function toHtml(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const level = block.level + 1
      return `<h${level}>${escapeHtml(block.text)}</h${level}>`
    }
    case 'paragraph':
      if (block.look === 'quote') return `<blockquote><p>${runs(block.runs)}</p></blockquote>`
      if (block.look === 'code') return `<pre><code>${runs(block.runs)}</code></pre>`
      return `<p${block.look === 'quiet' ? ' class="quiet"' : ''}>${runs(block.runs)}</p>`
    case 'list': {
      const items = block.items.map(({ mark, blocks }) => {
        const [first, ...others] = blocks
        const marked = first?.kind === 'paragraph' && !first.look ? runs(first.runs) : first ? toHtml(first) : ''
        return `<li>${mark ? `${escapeHtml(mark)} ` : ''}${marked}${others.map(toHtml).join('')}</li>`
      })
      const start = block.isNumbered && block.start !== 1 ? ` start="${block.start}"` : ''
      const tag = block.isNumbered ? 'ol' : 'ul'
      return `<${tag}${start}>\n${items.join('\n')}\n</${tag}>`
    }
    case 'table':
      return table(block)
    case 'rule':
      return '<hr>'
  }
}

function table({ title, head, hasRowHeads, rows }: Table): string {
  const cell = (content: Run[], index: number) =>
    hasRowHeads && index === 0 ? `<th scope="row">${runs(content)}</th>` : `<td>${runs(content)}</td>`
  return `<table>
<caption>${escapeHtml(title)}</caption>
${head ? `<thead><tr>${head.map(text => `<th scope="col">${escapeHtml(text)}</th>`).join('')}</tr></thead>` : ''}
<tbody>
${rows.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}
</tbody>
</table>`
}

function runs(all: Run[]): string {
  return all
    .map(({ text, bold, italic, strike, underline, href }) => {
      let html = escapeHtml(text).replaceAll('\n', '<br>')
      if (bold) html = `<strong>${html}</strong>`
      if (italic) html = `<em>${html}</em>`
      if (strike) html = `<s>${html}</s>`
      if (underline) html = `<u>${html}</u>`
      return href && /^(https?:|mailto:)/i.test(href) ? `<a href="${escapeHtml(href)}">${html}</a>` : html
    })
    .join('')
}
