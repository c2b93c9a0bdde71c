import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { VisitorPage } from '#app/components/visitor-page'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { safeRedirect } from '#app/session.server'
import { signInInput } from '#server/auth/credentials.shared'
import { demoPassword, readDemoAccounts } from '#server/auth/demo-accounts'
import { sessionCookieName } from '#server/auth/sessions'
import { signIn } from '#server/auth/sign-in'
import { asDomainError } from '#server/errors'
import { DemoAccounts } from './demo-accounts'
import { SignInForm } from './sign-in-form'

/** It brings its own frame. */
export const handle = { bare: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'auth')('signIn.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  if (await context.readActor()) throw redirect(safeRedirect(searchParams.get('to')))
  const hadSession = request.headers.get('Cookie')?.includes(`${sessionCookieName}=`) ?? false
  const demoAccounts =
    context.env.seed === 'demo' || context.env.seed === 'large' ? await readDemoAccounts(context.db) : []
  const chosen = demoAccounts.find(account => account.email === searchParams.get('as'))
  return {
    isExpired: hadSession && !(await context.readSession()),
    demo: demoAccounts.length > 0 ? { accounts: demoAccounts, password: demoPassword } : null,
    filledIn: chosen ? { email: chosen.email, password: demoPassword } : null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: signInInput })
  const refuse = (status: number, result = {}) =>
    data(submission.reply({ hideFields: ['password'], ...result }), { status })
  if (submission.status !== 'success') return refuse(400)
  try {
    const { personId } = await signIn(context.db, { ...submission.value, address: context.clientAddress })
    const before = await context.readSession()
    if (before) await context.sessions.end(before.sessionId)
    const { cookie } = await context.sessions.create(personId)
    const to = safeRedirect(new URL(request.url).searchParams.get('to'))
    return redirect(to, { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    const expected = asDomainError(error)
    if (!expected) throw error
    if (expected.code === 'too-many') return refuse(429, { formErrors: [expected.reason] })
    return refuse(400, { fieldErrors: { password: [expected.reason] } })
  }
}

export default function SignIn() {
  const { t } = useTranslation('auth')
  const { isExpired, demo, filledIn } = useLoaderData<typeof loader>()
  return (
    <VisitorPage title={t('signIn.title')} intro={t('signIn.intro')}>
      {isExpired && (
        <Note tone="warn" role="status" className="mb-5">
          {t('signIn.expired')}
        </Note>
      )}
      <SignInForm key={filledIn?.email} filledIn={filledIn} />
      <p className="after">{t('signIn.noAccount')}</p>
      {demo && <DemoAccounts {...demo} />}
    </VisitorPage>
  )
}
