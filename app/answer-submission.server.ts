import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { AppContext, Trx } from '#server/context'
import { asDomainError } from '#server/errors'
import { statusOf } from './domain-response.server'

/**
 * Reads a form that conform drives, does what it asks in one transaction, and leads on to where `write` says. What is wrong
 * goes back as reasons beside their fields, with everything that was typed; unexpected failures are thrown.
 */
export async function answerSubmission<Schema extends z.ZodType>(
  context: AppContext,
  form: FormData,
  schema: Schema,
  write: (trx: Trx, input: z.output<Schema>) => Promise<string>,
) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success')
    return data(submission.reply(), { status: submission.status === 'error' ? 400 : 200 })
  try {
    return redirect(await context.db.transaction().execute(trx => write(trx, submission.value)))
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    const { field, reason } = expected
    const reply = field ? { fieldErrors: { [field]: [reason] } } : { formErrors: [reason] }
    return data(submission.reply(reply), { status: statusOf(expected.code) })
  }
}
