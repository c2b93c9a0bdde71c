/**
 * Answers in the form in which Remix reads data (turbo-stream), for when the server cannot give any.
 */
type Plain = string | number | boolean | null | undefined | { [key: string]: Plain } | Plain[]

/** A form that could not be sent: neither `useFormReply` nor conform lose anything, and both say it. */
export function unansweredForm(form: FormData | undefined, text: string): Response {
  const isText = (entry: [string, FormDataEntryValue]): entry is [string, string] =>
    typeof entry[1] === 'string' && !/password/i.test(entry[0])
  const values = Object.fromEntries([...(form ?? [])].filter(isText))
  const ours = { intent: values.intent ?? '', ok: false, values, errors: { '': text }, reason: 'unanswered' }
  const conforms = { status: 'error', error: { '': ['unanswered'] } }
  return answer(flatten({ data: { ...ours, ...conforms } }), 503)
}

/** Data that a part of a page asked for, and that it does not get. */
export function unansweredData(routes: string[]): Response {
  return answer(flatten(Object.fromEntries(routes.map(route => [route, { data: undefined }]))), 503)
}

/** Go there instead. `reload`: open it as a page of its own. */
export function redirected(to: string, { reload }: { reload: boolean }): Response {
  const redirect = { redirect: to, status: 302, revalidate: false, reload, replace: false }
  return answer(['["SingleFetchRedirect",1]', ...flatten(redirect, 1)], 202)
}

function answer(values: string[], status: number): Response {
  const headers = { 'Content-Type': 'text/x-script', 'X-Remix-Response': 'yes', 'Cache-Control': 'no-store' }
  return new Response(`[${values.join(',')}]\n`, { status, headers })
}

const NULL = -5
const UNDEFINED = -7

/** Every value once, in a list; objects and lists name their parts by place, counted from `from`. */
function flatten(value: Plain, from = 0): string[] {
  const list: string[] = []
  const place = (part: Plain): number => {
    if (part === undefined) return UNDEFINED
    if (part === null) return NULL
    const index = list.push('') - 1
    list[index] = write(part)
    return index + from
  }
  const write = (part: Exclude<Plain, null | undefined>): string => {
    if (typeof part !== 'object') return JSON.stringify(part)
    if (Array.isArray(part)) return `[${part.map(place).join(',')}]`
    return `{${Object.entries(part)
      .map(([key, held]) => `"_${place(key)}":${place(held)}`)
      .join(',')}}`
  }
  place(value)
  return list
}
