import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { agendaDocument } from '#server/exports/agenda-document'
import { decisionsDocument } from '#server/exports/decisions-document'
import { renderDocx } from '#server/exports/render-docx'
import { renderMarkdown } from '#server/exports/render-markdown'
import { renderPdf } from '#server/exports/render-pdf'
import { fromMarkdown } from '#server/exports/text-markdown.shared'
import { textToBlocks } from '#server/exports/text-to-blocks'
import { decision, meeting, occasion, words } from './a-meeting'

test('the list of decisions says the number, the result, the text, reservations and versions, in every format', async () => {
  const model = decisionsDocument(meeting, [decision], { occasion, words })
  const markdown = renderMarkdown(model).toString('utf8')
  expect(markdown).toContain('## Beslissing 2026-03: Een beslissing')
  expect(markdown).toContain('**Goedgekeurd** · bij consensus, met voorbehoud · agendapunt 2')
  expect(markdown).toContain('- **CJM:** Niet zonder budget.')
  expect(markdown).toContain('- 4\\. Actie (versie 2)')
  const { value: html } = await mammoth.convertToHtml({ buffer: await renderDocx(model) })
  expect(html).toContain('<h1>Beslissing 2026-03: Een beslissing</h1>')
  expect(html).toContain('<li><strong>CJM: </strong>Niet zonder budget.</li>')
  expect(html).not.toContain('Inhoud')
  const pdf = (await renderPdf(model)).toString('latin1')
  expect(pdf).toContain('/Lang (nl-BE)')
  expect([...pdf.matchAll(/\/S \/H1\b/g)]).toHaveLength(2)
  expect(pdf).not.toMatch(/\/S \/TOC\b/)
  expect([...pdf.matchAll(/\/Type \/Page\b/g)]).toHaveLength(1)
})

test('Markdown says what people typed, and nothing that they did not mean', () => {
  const text = fromMarkdown('- een\n- twee\n\n1. eerst\n2. dan\n\n| A | B |\n| --- | --- |\n| 1 | x\\|y |')
  const blocks = [...textToBlocks(text, 1, words), ...textToBlocks(fromMarkdown('\\# geen kop'), 1, words)]
  const markdown = renderMarkdown({ ...agendaDocument(meeting, occasion, words), blocks }).toString('utf8')
  expect(markdown).toContain('- een\n- twee')
  expect(markdown).toContain('1. eerst\n2. dan')
  expect(markdown).toContain('| A | B |\n| --- | --- |\n| 1 | x\\|y |')
  expect(markdown).toContain('\\# geen kop')
})
