import { expect, test } from 'vitest'
import { namesIn, plainComment, readComment } from '#server/discussions/comment-text.shared'

test('marks become structure, and everything else stays text', () => {
  expect(readComment('Zie **dit *nu*** en [hier](https://a.be/b).\n\n- een\n- twee\n\n> zei hij')).toMatchObject([
    { kind: 'paragraph' },
    { kind: 'list', isNumbered: false, items: [[{ text: 'een' }], [{ text: 'twee' }]] },
    { kind: 'quote', lines: [[{ text: 'zei hij' }]] },
  ])
  expect(readComment('**vet** en *schuin* op https://a.be/x?y=1.')).toEqual([
    {
      kind: 'paragraph',
      lines: [
        [
          { text: 'vet', bold: true },
          { text: ' en ' },
          { text: 'schuin', italic: true },
          { text: ' op ' },
          { text: 'https://a.be/x?y=1', href: 'https://a.be/x?y=1' },
          { text: '.' },
        ],
      ],
    },
  ])
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[klik](javascript:alert(1))',
  '[klik](data:text/html;base64,PHNjcmlwdD4=)',
  '[klik](//kwaad.example)',
  'javascript:alert(1)',
])('%s is only text', text => {
  const runs = readComment(text).flatMap(block => (block.kind === 'list' ? block.items : block.lines).flat())
  expect(runs.every(run => run.href === undefined)).toBe(true)
  expect(plainComment(text)).toBe(text)
})

test('names are read by code and between brackets, and addresses are no names', () => {
  expect(namesIn('@ZORG en @[Iemand Anders], niet x@y.be of @klein; nog eens @ZORG')).toEqual(['ZORG', 'Iemand Anders'])
})

test('a hostile comment is read in a moment', () => {
  const began = performance.now()
  for (const text of [
    '*'.repeat(5000),
    '['.repeat(5000),
    '@['.repeat(2500),
    '[a]('.repeat(1250),
    '**a*'.repeat(1250),
  ]) {
    readComment(text)
  }
  expect(performance.now() - began).toBeLessThan(1500)
})
