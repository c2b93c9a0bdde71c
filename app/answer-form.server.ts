import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { AppContext, Trx } from '#server/context'
import { asDomainError } from '#server/errors'
import { statusOf } from './domain-response.server'
import type { FormReply } from './form-reply'
import { errorText } from './i18n/error-text'
import { readLocale } from './i18n/locale.server'

interface Asked {
  request: Request
  context: AppContext
}

interface Work<Schema extends z.ZodType> {
  form: FormData
  schema: Schema
  /** what the schema reads; the form's own fields unless told otherwise */
  input?: unknown
  /** the field of the form that a part of the input came from, where these differ */
  fieldOf?: (path: PropertyKey[]) => string
  /** does it, in a transaction of its own; an address that it returns is where the reader goes on */
  write: (trx: Trx, input: z.output<Schema>) => Promise<string | undefined>
  /** the page to go back to, for a form that was sent without JavaScript */
  page: string
}

/**
 * Reads a form, does what it asks and says what became of it: a page to go to, or a FormReply.
 * Expected failures become words beside their field; others are thrown.
 */
export async function answerForm<Schema extends z.ZodType>(asked: Asked, work: Work<Schema>) {
  const { form, schema, input = fields(form), fieldOf = path => path.join('.'), write, page } = work
  const locale = await readLocale(asked)
  const reply: FormReply = { intent: String(form.get('intent') ?? ''), ok: false, values: fields(form), errors: {} }
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      reply.errors[fieldOf(path)] ??= errorText(locale, { code: 'invalid', reason: message })
    }
    return data(reply, { status: 400 })
  }
  try {
    const to = await asked.context.db.transaction().execute(trx => write(trx, parsed.data))
    if (to || isPage(asked.request)) return redirect(to ?? page)
    return data({ ...reply, ok: true }, { status: 200 })
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    reply.errors[expected.field ?? ''] = errorText(locale, expected)
    reply.reason = expected.reason
    return data(reply, { status: statusOf(expected.code) })
  }
}

/** The texts of a form; of a name that is there more than once, a line for each. */
function fields(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string') texts[name] = name in texts ? `${texts[name]}\n${value}` : value
  }
  return texts
}

/** A form that the browser sends itself wants a page; one that a script sends wants data. */
const isPage = (request: Request) => request.headers.get('Accept')?.includes('text/html') ?? false
