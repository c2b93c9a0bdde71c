import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerForm } from '#app/answer-form.server'
import { PageHeader } from '#app/components/page-header'
import { orResponse } from '#app/domain-response.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { createMeasure } from '#server/measures/create-measure'
import { createMeasureInput } from '#server/measures/measure.shared'
import { mayEditMeasure } from '#server/measures/measure-access.shared'
import { readMeasure } from '#server/measures/read-measure'
import { readPlan } from '#server/plans/plan-queries'
import { MeasureForm } from './measure-form'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(translator(metaLocale(matches), 'measures')('create.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  if (!mayEditMeasure(actor)) throw new Response('forbidden', { status: 403 })
  const plan = await readPlan(context.db, actor)
  if (!plan) throw new Response('not-found', { status: 404 })
  const parentId = new URL(request.url).searchParams.get('parent')
  return { plan, parent: parentId ? await orResponse(readMeasure(context.db, actor, parentId)) : null }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  return answerForm(
    { request, context },
    {
      form: await request.formData(),
      schema: createMeasureInput,
      write: async (trx, input) => `/measures/${await createMeasure(trx, actor, input)}`,
      page: '/measures',
    },
  )
}

export default function NewMeasurePage() {
  const { t } = useTranslation(['measures', 'facts'])
  const { plan, parent } = useLoaderData<typeof loader>()
  return (
    <div className="narrow">
      <PageHeader
        crumbs={[
          { label: plan.title, to: '/measures' },
          ...(parent ? [{ label: parent.title, to: `/measures/${parent.id}` }] : []),
        ]}
        title={parent ? t('facts:parts.newTitle') : t('create.title')}
        subtitle={t('create.intro')}
      />
      <MeasureForm plan={plan} parent={parent} />
    </div>
  )
}
