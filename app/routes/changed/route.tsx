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
import { HistoryFiles } from '#app/history/history-files'
import { MeetingOptions } from '#app/history/meeting-options'
import { readSince } from '#app/history/since.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { listChangedMeasures } from '#server/measures/changed-measures'
import { readCursor } from '#server/measures/history.shared'
import { listHeldMeetings } from '#server/measures/measure-history'
import { Changed } from './changed-measure'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(translator(metaLocale(matches), 'history')('changed.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const { searchParams } = new URL(request.url)
  const meetings = await listHeldMeetings(context.db, actor)
  const { filters, since } = readSince(searchParams, meetings)
  const found = await listChangedMeasures(context.db, actor, { filters, before: readCursor(searchParams) })
  return { ...found, meetings, filters, since }
}

export default function ChangedMeasures() {
  const { t } = useTranslation(['history', 'common'])
  const format = useFormat()
  const { measures, names, next, total, meetings, filters, since } = useLoaderData<typeof loader>()
  useLiveTopic(['measures'])
  const { from } = filters
  const period = since
    ? t('changed.sinceMeeting', { date: format.date(since.startsAt) })
    : from && t('changed.sinceDay', { date: format.date(from) })
  return (
    <>
      <PageHeader
        title={t('changed.title')}
        subtitle={[period, t('changed.found', { count: total })].filter(Boolean).join(' · ')}
        crumbs={[{ label: t('common:nav.measures'), to: '/measures' }]}
        actions={measures.length > 0 && <HistoryFiles address="/measures/changed" />}
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
