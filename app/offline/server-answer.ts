import { readerHeader } from '#server/auth/reader.shared'

/** So long a page may take when there is a copy at hand. */
const PATIENCE_MS = 8_000

/** @returns what the server said; undefined when there is no way to it, or a proxy in front of it says so */
export async function serverAnswer(asked: Promise<Response>): Promise<Response | undefined> {
  const response = await asked.catch(() => undefined)
  return response && isFromProxy(response) ? undefined : response
}

/** The same, but the copy when the server does not answer soon; without a copy there is nothing but to wait. */
export async function answerOrCopy(
  asked: Promise<Response | undefined>,
  findCopy: () => Promise<Response | undefined>,
): Promise<Response | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), PATIENCE_MS)
  })
  const first = await Promise.race([asked, late])
  clearTimeout(timer)
  if (first !== 'late') return first ?? findCopy()
  return (await findCopy()) ?? asked
}

const isFromProxy = ({ status, headers }: Response) => [502, 503, 504].includes(status) && !headers.has(readerHeader)
