import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { redirected, unansweredData, unansweredForm } from '#app/offline/single-fetch'

// The reader that Remix itself uses.
const remix = createRequire(createRequire(import.meta.url).resolve('@remix-run/react'))
const { decode } = remix('turbo-stream') as {
  decode(
    body: ReadableStream,
    options: { plugins: ((type: unknown, ...rest: unknown[]) => { value: unknown } | undefined)[] },
  ): Promise<{ value: unknown }>
}

async function read(response: Response) {
  const redirect = (type: unknown, value: unknown) =>
    type === 'SingleFetchRedirect' ? { value: { to: value } } : undefined
  return (await decode(response.body!, { plugins: [redirect] })).value
}

test('Remix reads that a form was not sent, with all that was filled in but passwords', async () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({
    intent: 'change-measure',
    title: 'Eén "loket"\nvoor 2',
    password: 'x',
  })) {
    form.set(name, value)
  }
  form.set('file', new Blob(['x']), 'x.txt')
  const response = unansweredForm(form, 'Geen antwoord')
  expect(response.status).toBe(503)
  expect(await read(response)).toEqual({
    data: {
      intent: 'change-measure',
      ok: false,
      values: { intent: 'change-measure', title: 'Eén "loket"\nvoor 2' },
      errors: { '': 'Geen antwoord' },
      reason: 'unanswered',
      status: 'error',
      error: { '': ['unanswered'] },
    },
  })
})

test('Remix reads that data did not come', async () => {
  expect(await read(unansweredData(['root', 'routes/search/route']))).toEqual({
    root: { data: undefined },
    'routes/search/route': { data: undefined },
  })
})

test('Remix reads where to go instead', async () => {
  const response = redirected('/offline?to=%2Fmeasures', { reload: false })
  expect(response.status).toBe(202)
  expect(await read(response)).toEqual({
    to: { redirect: '/offline?to=%2Fmeasures', status: 302, revalidate: false, reload: false, replace: false },
  })
})
