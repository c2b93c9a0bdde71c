import type { JSONContent } from '@tiptap/core'
import { expect, test } from 'vitest'
import { textSchema } from '#server/documents/text-schema.shared'
import { fromMarkdown, toMarkdown } from '#server/exports/text-markdown.shared'

const text = (words: string, ...marks: { type: string; attrs?: object }[]): JSONContent => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
const paragraph = (...content: JSONContent[]): JSONContent => ({ type: 'paragraph', content })

test('a text comes back from Markdown as it was', () => {
  const document: JSONContent = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('Waarom')] },
      paragraph(
        text('Een '),
        text('vet', { type: 'bold' }),
        text(' en '),
        text('schuin', { type: 'italic' }),
        text(' woord, een_naam met * en [haken], en een '),
        text('verwijzing', { type: 'link', attrs: { href: 'https://example.org/a?b=c' } }),
        text('.'),
      ),
      paragraph(text('- geen lijst'), { type: 'hardBreak' }, text('# geen kop')),
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph(text('een'))] },
          {
            type: 'listItem',
            content: [
              paragraph(text('twee')),
              {
                type: 'orderedList',
                attrs: { start: 3 },
                content: [{ type: 'listItem', content: [paragraph(text('drie'))] }],
              },
            ],
          },
        ],
      },
      {
        type: 'taskList',
        content: [
          { type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('gedaan'))] },
          { type: 'taskItem', attrs: { checked: false }, content: [paragraph(text('te doen'))] },
        ],
      },
      { type: 'blockquote', content: [paragraph(text('gezegd')), paragraph(text('en nog'))] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: ['Jaar', 'Aantal'].map(word => ({ type: 'tableHeader', content: [paragraph(text(word))] })),
          },
          {
            type: 'tableRow',
            content: ['2024', '12 | 13'].map(word => ({ type: 'tableCell', content: [paragraph(text(word))] })),
          },
        ],
      },
      { type: 'horizontalRule' },
      { type: 'codeBlock', content: [text('- zoals het\n  er staat')] },
    ],
  }
  const read = fromMarkdown(toMarkdown(document))
  expect(read).toEqual(document)
  textSchema.nodeFromJSON(read).check()
})

test.each([
  '',
  '  \n \n',
  '* los',
  '1) een\n2) twee',
  '**',
  '[x](javascript:alert(1))',
  '| a',
  '> ',
  '```\nopen',
  '- \n  - diep',
])('whatever is written becomes a text that holds: %j', written => {
  textSchema.nodeFromJSON(fromMarkdown(written)).check()
  expect(JSON.stringify(fromMarkdown(written))).not.toContain('"href":"javascript')
})
