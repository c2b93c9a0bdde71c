import '#app/history/history.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { orResponse } from '#app/domain-response.server'
import { CursorLinks } from '#app/history/cursor-links'
import { HistoryFiles } from '#app/history/history-files'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { readCursor, readHistoryFilters } from '#server/measures/history.shared'
import { readHistoryChoices, readMeasureHistory } from '#server/measures/measure-history'
import { readMeasureMark } from '#server/measures/measure-mark'
import { HistoryDays } from './history-days'
import { HistoryFilter } from './history-filter'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data ? pageTitle(translator(metaLocale(matches), 'history')('titleOf', { title: data.measure.title })) : []

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor({ request, context })
  const measure = await orResponse(readMeasureMark(db, actor, params.id ?? ''))
  const { searchParams } = new URL(request.url)
  const filters = readHistoryFilters(searchParams)
  const [history, choices] = await Promise.all([
    readMeasureHistory(db, actor, measure.id, { filters, before: readCursor(searchParams) }),
    readHistoryChoices(db, actor, measure.id),
  ])
  return { measure, filters, choices, ...history }
}

export default function MeasureHistory() {
  const { t } = useTranslation('history')
  const { measure, filters, choices, lines, names, next } = useLoaderData<typeof loader>()
  useLiveTopic([`measure:${measure.id}`])
  const isFiltered = Object.keys(filters).length > 0
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('intro')}
        crumbs={[
          { label: measure.planTitle, to: '/measures' },
          { label: measure.title, to: `/measures/${measure.id}` },
        ]}
        actions={lines.length > 0 && <HistoryFiles address={`/measures/${measure.id}/history`} />}
      />
      <HistoryFilter filters={filters} choices={choices} />
      {lines.length > 0 ? (
        <HistoryDays lines={lines} names={names} />
      ) : (
        <EmptyState title={t(isFiltered ? 'nothingFound' : 'nothing')}>
          {t(isFiltered ? 'nothingFoundWhy' : 'nothingWhy')}
        </EmptyState>
      )}
      <CursorLinks next={next} older={t('older')} />
    </>
  )
}
