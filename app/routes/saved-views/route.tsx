import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerForm } from '#app/answer-form.server'
import { LinkButton } from '#app/components/button'
import { PageHeader } from '#app/components/page-header'
import type { FormReply } from '#app/form-reply'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { changeView, deleteView } from '#server/measures/change-view'
import { saveView } from '#server/measures/save-view'
import { changeViewInput, deleteViewInput, saveViewInput } from '#server/measures/saved-view.shared'
import { Again } from './again'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(translator(metaLocale(matches), 'plan')('savedViews.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor({ request, context })
  return null
}

/** What the forms of the saved views do, by their `intent`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const asked = { request, context }
  const actor = await requireActor(asked)
  const form = await request.formData()
  const back = String(form.get('back') ?? '')
  // Back to the view that it was sent from, never to another site.
  const work = { form, page: /^\/measures[/?]?/.test(back) ? back : '/measures' }
  switch (form.get('intent')) {
    case 'save-view':
      return answerForm(asked, {
        ...work,
        schema: saveViewInput,
        write: async (trx, input) => void (await saveView(trx, actor, input)),
      })
    case 'change-view':
      return answerForm(asked, {
        ...work,
        schema: changeViewInput,
        write: async (trx, input) => void (await changeView(trx, actor, input)),
      })
    case 'delete-view':
      return answerForm(asked, {
        ...work,
        schema: deleteViewInput,
        write: async (trx, input) => void (await deleteView(trx, actor, input)),
      })
    default:
      throw new Response('invalid', { status: 400 })
  }
}

/** Where a form ends up that the browser sent itself, without JavaScript, and that was refused: to mend it and send it again. */
export default function SavedViewsPage() {
  const { t } = useTranslation('plan')
  const reply = useActionData<FormReply>()
  return (
    <div className="narrow">
      <PageHeader title={t('savedViews.title')} crumbs={[{ to: '/measures', label: t('title') }]} />
      {reply && !reply.ok ? <Again reply={reply} /> : <LinkButton to="/measures">{t('savedViews.toPlan')}</LinkButton>}
    </div>
  )
}
