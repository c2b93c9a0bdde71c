import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { mayImportPlan } from '#server/imports/import-access.shared'
import { countMeasures } from '#server/measures/count-measures'
import { mayEditMeasure } from '#server/measures/measure-access.shared'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { listBodiesOfPlan } from '#server/measures/measure-list'
import { mayChangeView, mayShareView } from '#server/measures/saved-view-access.shared'
import { listSavedViews } from '#server/measures/saved-view-queries'
import { mayShapePlan } from '#server/plans/plan-access.shared'
import { readPlan } from '#server/plans/plan-queries'
import { mayRunRounds } from '#server/rounds/round-access.shared'
import { FilterBar } from './filter-bar'
import { FilterChips } from './filter-chips'
import { NoPlan } from './no-plan'
import { NothingFound } from './nothing-found'
import { PlanActions } from './plan-actions'
import { PlanSubtitle } from './plan-subtitle'
import { ViewTabs } from './view-tabs'
import './plan.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'plan')('title'))

/** What every view of the plan needs; what a view shows of the measures is its own loader's. */
export async function loader(asked: LoaderFunctionArgs) {
  const [shared, saved] = await Promise.all([readShared(asked), readSaved(asked)])
  return { ...shared, ...saved }
}

async function readSaved({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const saved = await listSavedViews(context.db, actor)
  const views = saved.map(view => ({ ...view, canChange: mayChangeView(actor, view) }))
  return { views, canShareViews: mayShareView(actor) }
}

async function readShared({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const filters = readMeasureFilters(new URL(request.url).searchParams)
  const [plan, counts, bodies] = await Promise.all([
    readPlan(context.db, actor),
    countMeasures(context.db, actor, filters),
    listBodiesOfPlan(context.db, actor),
  ])
  const can = {
    edit: mayEditMeasure(actor),
    import: mayImportPlan(actor),
    shapePlan: mayShapePlan(actor),
    runRounds: mayRunRounds(actor),
  }
  return { plan, filters, counts, bodies, can }
}

/** The frame of the plan's views: where am I, how can I look, what is filtered. */
export default function PlanPage() {
  const { t } = useTranslation('plan')
  const { plan, filters, counts, bodies, can } = useLoaderData<typeof loader>()
  const { views, canShareViews } = useLoaderData<typeof loader>()
  useLiveTopic(['measures', 'saved-views'])
  if (!plan) return <NoPlan canCreate={can.shapePlan} />
  return (
    <>
      <PageHeader
        title={plan.title}
        subtitle={<PlanSubtitle plan={plan} counts={counts} />}
        actions={<PlanActions can={can} hasMeasures={counts.all > 0} />}
      />
      {counts.all === 0 ? (
        <EmptyState title={t('nothingYet.title')}>{t(can.edit ? 'nothingYet.editor' : 'nothingYet.reader')}</EmptyState>
      ) : (
        <>
          <ViewTabs saved={views} canShare={canShareViews} />
          <FilterBar filters={filters} plan={plan} bodies={bodies} counts={counts} />
          <FilterChips filters={filters} plan={plan} bodies={bodies} />
          {counts.found > 0 ? <Outlet /> : <NothingFound />}
        </>
      )}
    </>
  )
}
