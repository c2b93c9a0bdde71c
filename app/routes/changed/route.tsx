import '#app/history/history.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { Button } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { CursorLinks } from '#app/history/cursor-links'
import { MeetingOptions } from '#app/history/meeting-options'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { listChangedMeasures } from '#server/measures/changed-measures'
import { readCursor, readHistoryFilters } from '#server/measures/history.shared'
import { listHeldMeetings } from '#server/measures/measure-history'
import { Changed } from './changed-measure'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(translator(metaLocale(matches), 'history')('changed.title'))

/** Where the address names nothing: since the last meeting, and before there was one, everything. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const { searchParams } = new URL(request.url)
  const asked = readHistoryFilters(searchParams)
  const meetings = await listHeldMeetings(context.db, actor)
  const since = meetings.find(meeting => meeting.id === asked.meeting) ?? (asked.from ? null : (meetings[0] ?? null))
  // A day that is given counts before a meeting.
  const filters = asked.from ? { from: asked.from } : since ? { meeting: since.id } : {}
  const found = await listChangedMeasures(context.db, actor, { filters, before: readCursor(searchParams) })
  return { ...found, meetings, filters, since: asked.from ? null : since }
}

export default function ChangedMeasures() {
  const { t } = useTranslation(['history', 'common'])
  const format = useFormat()
  const { measures, names, next, total, meetings, filters, since } = useLoaderData<typeof loader>()
  useLiveTopic(['measures'])
  const from = 'from' in filters ? filters.from : undefined
  const period = since
    ? t('changed.sinceMeeting', { date: format.date(since.startsAt) })
    : from && t('changed.sinceDay', { date: format.date(from) })
  return (
    <>
      <PageHeader
        title={t('changed.title')}
        subtitle={[period, t('changed.found', { count: total })].filter(Boolean).join(' · ')}
        crumbs={[{ label: t('common:nav.measures'), to: '/measures' }]}
      />
      <Form className="history-filter" aria-label={t('changed.choose')} key={JSON.stringify(filters)}>
        <Select small name="meeting" label={t('filter.meeting')} defaultValue={since?.id ?? ''}>
          {!since && <option value="">–</option>}
          <MeetingOptions meetings={meetings} />
        </Select>
        <TextInput small type="date" name="from" label={t('filter.since')} defaultValue={from} />
        <div className="buttons">
          <Button type="submit" small>
            {t('filter.apply')}
          </Button>
        </div>
      </Form>
      {measures.length === 0 && <EmptyState title={t('changed.nothing')}>{t('changed.nothingWhy')}</EmptyState>}
      {measures.map(measure => (
        <Changed key={measure.id} measure={measure} names={names} filters={filters} />
      ))}
      <CursorLinks next={next} older={t('changed.older')} />
    </>
  )
}
