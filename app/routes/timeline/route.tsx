import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { Pagination } from '#app/components/pagination'
import { useFormat } from '#app/i18n/use-format'
import { PictureFoot } from '#app/pictures/picture-foot'
import { requireActor } from '#app/session.server'
import { readTimeline } from '#server/baselines/plan-timeline'
import { readTimelineView, windowOf } from '#server/baselines/plan-timeline.shared'
import { readMeasureFilters } from '#server/measures/measure-filters.shared'
import { DatesTable } from './dates-table'
import { TimelineKey } from './timeline-key'
import { TimelineTable } from './timeline-table'
import { ZoomLinks } from './zoom-links'
import './timeline.css'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const params = new URL(request.url).searchParams
  const view = readTimelineView(params)
  return { ...(await readTimeline(context.db, actor, readMeasureFilters(params), view.page)), view }
}

/** The plan on a line of time: what comes when, as precisely as is known, what is late and what slipped. */
export default function TimelinePage() {
  const { t } = useTranslation('pictures')
  const { baseline, years, rows, view, page, pages } = useLoaderData<typeof loader>()
  const { today, date } = useFormat()
  const { search } = useLocation()
  useLiveTopic(['measures', 'baselines'])
  const window = windowOf(view, years, today)
  const params = new URLSearchParams(search)
  if (view.isTable) params.delete('as')
  else params.set('as', 'table')
  const other = `?${params}`
  return (
    <>
      <div className="timeline-bar">
        {!view.isTable && <ZoomLinks view={view} window={window} />}
        <p>
          {baseline
            ? t('timeline.against', { name: baseline.name, date: date(baseline.datedOn) })
            : t('timeline.noBaseline')}
        </p>
      </div>
      {view.isTable ? (
        <DatesTable rows={rows} hasBaseline={baseline !== null} />
      ) : (
        <TimelineTable rows={rows} window={window} today={today} hasBaseline={baseline !== null} />
      )}
      <Pagination page={page} pages={pages} words={{ previous: t('previous'), next: t('next') }} />
      <PictureFoot picture="timeline" table={other} isTable={view.isTable}>
        {!view.isTable && <TimelineKey hasBaseline={baseline !== null} />}
      </PictureFoot>
      <p className="mt-2 text-sm text-ink-3">{t('timeline.horizonsMean')}</p>
    </>
  )
}
