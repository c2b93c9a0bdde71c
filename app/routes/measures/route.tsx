import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { answerForm } from '#app/answer-form.server'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { PageHeader } from '#app/components/page-header'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { mayEditMeasure } from '#server/measures/measure-access.shared'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { countMeasures, listLeadingBodies, listMeasures } from '#server/measures/measure-list'
import { createPlan } from '#server/plans/create-plan'
import { createPlanInput } from '#server/plans/plan.shared'
import { mayShapePlan } from '#server/plans/plan-access.shared'
import { readPlan } from '#server/plans/plan-queries'
import { MeasureFilterBar } from './measure-filter-bar'
import { MeasureTable } from './measure-table'
import { NoMeasures } from './no-measures'
import { NoPlan } from './no-plan'
import { PlanSubtitle } from './plan-subtitle'
import './measures.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'measures')('title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const filters = readMeasureFilters(new URL(request.url).searchParams)
  const [plan, measures, counts, leadingBodies] = await Promise.all([
    readPlan(context.db, actor),
    listMeasures(context.db, actor, filters),
    countMeasures(context.db, actor),
    listLeadingBodies(context.db, actor),
  ])
  const can = { create: mayEditMeasure(actor), shapePlan: mayShapePlan(actor) }
  return { plan, measures, counts, leadingBodies, filters, can }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  return answerForm(
    { request, context },
    {
      form: await request.formData(),
      schema: createPlanInput,
      fieldOf: ([field]) => String(field),
      write: async (trx, input) => void (await createPlan(trx, actor, input)),
      page: '/measures',
    },
  )
}

export default function MeasuresPage() {
  const { t } = useTranslation('measures')
  const { plan, measures, counts, leadingBodies, filters, can } = useLoaderData<typeof loader>()
  useLiveTopic(['measures'])
  if (!plan) return <NoPlan canCreate={can.shapePlan} />
  const isFiltered = Object.keys(filters).length > 0
  return (
    <>
      <PageHeader
        title={plan.title}
        subtitle={<PlanSubtitle plan={plan} counts={counts} />}
        actions={
          can.create && (
            <LinkButton to="/measures/new" variant="primary" icon={Plus}>
              {t('new')}
            </LinkButton>
          )
        }
      />
      {counts.all > 0 && (
        <MeasureFilterBar
          filters={filters}
          plan={plan}
          leadingBodies={leadingBodies}
          found={measures.length}
          all={counts.all}
        />
      )}
      {measures.length > 0 ? (
        <MeasureTable plan={plan} measures={measures} hidesEmpty={isFiltered} />
      ) : (
        <NoMeasures isFiltered={isFiltered} canCreate={can.create} />
      )}
    </>
  )
}
