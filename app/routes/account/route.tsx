import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { DisplayChoices } from '#app/components/display-choices'
import { Note } from '#app/components/note'
import { PageHeader } from '#app/components/page-header'
import { Section } from '#app/components/section'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { useReason } from '#app/i18n/use-reason'
import { requireActor } from '#app/session.server'
import { keepLocale, keepTheme, savePassword, saveProfile, signOutEverywhere } from './actions.server'

import { Mandates } from './mandates'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'auth')('account.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { name, email, theme, mandates } = await requireActor({ request, context })
  return { name, email, theme, mandates }
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  switch (form.get('intent')) {
    case 'locale':
      return keepLocale({ ...args, form })
    case 'theme':
      return keepTheme({ ...args, form })
    case 'profile':
      return saveProfile({ ...args, form })
    case 'password':
      return savePassword({ ...args, form })
    case 'sign-out-everywhere':
      return signOutEverywhere({ ...args, form })
    default:
      throw new Response('invalid', { status: 400 })
  }
}

export default function Account() {
  const { t } = useTranslation(['auth', 'calendars'])
  const { name, email, theme, mandates } = useLoaderData<typeof loader>()
  const reason = useReason()
  const answer = useActionData<typeof action>()
  const saved = answer && 'saved' in answer ? answer.saved : undefined
  // What the service worker answers when the server does not (app/offline).
  const isUnanswered = (answer as { reason?: string } | undefined)?.reason === 'unanswered'
  return (
    <div className="narrow">
      <PageHeader title={t('account.title')} />
      {isUnanswered && (
        <Note tone="bad" role="alert">
          {reason(['unanswered'])}
        </Note>
      )}
      <Section title={t('account.profile')}>
        <ProfileForm
          actor={{ name, email }}
          lastResult={answer && 'profile' in answer ? answer.profile : undefined}
          isSaved={saved === 'profile'}
        />
      </Section>
      <Section title={t('account.mandates')}>
        <Mandates mandates={mandates} />
      </Section>
      <p className="pt-2">
        <Link to="/calendars">{t('calendars:title')}</Link>
      </p>
      <Section title={t('account.display')}>
        <DisplayChoices theme={theme} className="pt-3" />
      </Section>
      <Section title={t('account.passwordTitle')}>
        <PasswordForm
          email={email}
          lastResult={answer && 'password' in answer ? answer.password : undefined}
          isSaved={saved === 'password'}
        />
      </Section>
      <Section title={t('account.sessions')}>
        <p className="py-3 text-ink-2">{t('account.sessionsText')}</p>
        <Form method="post">
          <Button type="submit" name="intent" value="sign-out-everywhere">
            {t('account.signOutEverywhere')}
          </Button>
        </Form>
      </Section>
    </div>
  )
}
