import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { localeCookie } from '#app/i18n/locale.server'
import { requireActor, safeRedirect } from '#app/session.server'
import { localeInput, passwordInput, profileInput, themeInput } from '#server/auth/account.shared'
import { changePassword } from '#server/auth/change-password'
import { changeProfile } from '#server/auth/change-profile'
import { setLocale, setTheme } from '#server/auth/set-preferences'
import { asDomainError } from '#server/errors'

type Args = ActionFunctionArgs & { form: FormData }
type Problems = Record<string, string[]>

/** The language, from the account's page or from the menu of any other (`to`). A visitor's is kept by their browser alone. */
export async function keepLocale({ context, form }: Args) {
  const locale = localeInput.safeParse(form.get('value'))
  if (!locale.success) throw new Response('invalid', { status: 400 })
  const actor = await context.readActor()
  if (actor) await setLocale(context.db, actor, locale.data)
  const cookie = await localeCookie.serialize(locale.data)
  return redirect(safeRedirect(form.get('to'), '/account'), { headers: { 'Set-Cookie': cookie } })
}

/** The colours, from the account's page or from the menu of any other (`to`). */
export async function keepTheme({ request, context, form }: Args) {
  const actor = await requireActor({ request, context })
  const theme = themeInput.safeParse(form.get('value'))
  if (!theme.success) throw new Response('invalid', { status: 400 })
  await setTheme(context.db, actor, theme.data)
  return redirect(safeRedirect(form.get('to'), '/account'))
}

export async function saveProfile({ request, context, form }: Args) {
  const actor = await requireActor({ request, context })
  const submission = parseWithZod(form, { schema: profileInput })
  if (submission.status !== 'success') return data({ profile: submission.reply() }, { status: 400 })
  const fieldErrors = await problemsOf(
    context.db.transaction().execute(trx => changeProfile(trx, actor, submission.value)),
  )
  if (fieldErrors) return data({ profile: submission.reply({ fieldErrors }) }, { status: 400 })
  return data({ profile: submission.reply(), saved: 'profile' as const })
}

export async function savePassword({ request, context, form }: Args) {
  const actor = await requireActor({ request, context })
  const submission = parseWithZod(form, { schema: passwordInput })
  const hideFields = ['currentPassword', 'newPassword']
  if (submission.status !== 'success') return data({ password: submission.reply({ hideFields }) }, { status: 400 })
  const address = context.clientAddress
  const fieldErrors = await problemsOf(changePassword(context.db, actor, { ...submission.value, address }))
  if (fieldErrors) return data({ password: submission.reply({ fieldErrors, hideFields }) }, { status: 400 })
  return data({ password: submission.reply({ resetForm: true }), saved: 'password' as const })
}

export async function signOutEverywhere({ request, context }: Args) {
  const actor = await requireActor({ request, context })
  await context.sessions.endAll(actor.personId)
  const { cookie } = await context.sessions.end(actor.sessionId)
  return redirect('/login', { headers: { 'Set-Cookie': cookie } })
}

/** @returns what was refused, by field; nothing when it was done */
async function problemsOf(work: Promise<void>): Promise<Problems | undefined> {
  try {
    await work
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    return { [expected.field ?? 'currentPassword']: [expected.reason] }
  }
}
