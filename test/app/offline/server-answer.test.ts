import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerOrCopy, serverAnswer } from '#app/offline/server-answer'
import { readerHeader } from '#server/auth/reader.shared'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = (text: string, status = 200, headers = {}) => new Response(text, { status, headers })
const textOf = async (response: Response | undefined) => response?.text()

test('no line and a proxy that speaks for a server that is away are the same; an answer of the server is one', async () => {
  expect(await serverAnswer(Promise.reject(new TypeError('Failed to fetch')))).toBeUndefined()
  for (const status of [502, 503, 504])
    expect(await serverAnswer(Promise.resolve(page('nginx', status)))).toBeUndefined()
  expect((await serverAnswer(Promise.resolve(page('ours', 503, { [readerHeader]: 'p1' }))))?.status).toBe(503)
  expect((await serverAnswer(Promise.resolve(page('broken', 500))))?.status).toBe(500)
})

test('while the server answers, its answer is shown and no copy is even looked for', async () => {
  const findCopy = vi.fn(async () => page('copy'))
  expect(await textOf(await answerOrCopy(Promise.resolve(page('new')), findCopy))).toBe('new')
  expect(findCopy).not.toHaveBeenCalled()
})

test('without an answer the copy is shown, at once', async () => {
  expect(await textOf(await answerOrCopy(Promise.resolve(undefined), async () => page('copy')))).toBe('copy')
  expect(await answerOrCopy(Promise.resolve(undefined), async () => undefined)).toBeUndefined()
})

test('a server that is slow gives way to a copy, and is waited for where there is none', async () => {
  let answer: (response: Response) => void = () => {}
  const asked = new Promise<Response>(resolve => {
    answer = resolve
  })
  const withCopy = answerOrCopy(asked, async () => page('copy'))
  const without = answerOrCopy(asked, async () => undefined)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await textOf(await withCopy)).toBe('copy')
  answer(page('late'))
  expect(await textOf(await without)).toBe('late')
})
