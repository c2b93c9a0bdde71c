import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { VisitorPage } from '#app/components/visitor-page'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { redeemSetupLink } from '#server/auth/redeem-setup-link'
import { setupInput } from '#server/auth/setup.shared'
import { readSetupState } from '#server/auth/setup-link'
import { asDomainError } from '#server/errors'
import { SetupForm } from './setup-form'

/** It brings its own frame. */
export const handle = { bare: true }

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'auth')('setup.title'))

export async function loader({ params, context }: LoaderFunctionArgs) {
  try {
    return { state: await readSetupState(context.db, params.token ?? '') }
  } catch (error) {
    if (asDomainError(error)?.code !== 'not-found') throw error
    return data({ state: null }, { status: 404 })
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  try {
    const schema = setupInput(await readSetupState(context.db, token))
    const submission = parseWithZod(await request.formData(), { schema })
    if (submission.status !== 'success') return data(submission.reply({ hideFields: ['password'] }), { status: 400 })
    const { personId } = await context.db.transaction().execute(trx => redeemSetupLink(trx, token, submission.value))
    const { cookie } = await context.sessions.create(personId)
    return redirect('/', { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    // The page itself says that the link is gone, or shows what changed meanwhile.
    if (asDomainError(error)) return redirect(`/setup/${token}`)
    throw error
  }
}

export default function Setup() {
  const { t } = useTranslation('auth')
  const { state } = useLoaderData<typeof loader>()
  if (state) {
    return (
      <VisitorPage title={t('setup.title')} intro={t('setup.intro')}>
        <SetupForm state={state} />
      </VisitorPage>
    )
  }
  return (
    <VisitorPage title={t('setup.goneTitle')} intro={t('setup.gone')}>
      <LinkButton to="/login">{t('setup.signIn')}</LinkButton>
    </VisitorPage>
  )
}
