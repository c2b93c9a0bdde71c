import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { endingOf, fileResponse } from '#app/file-response.server'
import { aboutHistory, historyTable } from '#app/history/history-table.server'
import { readSince } from '#app/history/since.server'
import { formatDate, toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { writeCsv } from '#server/exports/write-csv'
import { writeXlsx } from '#server/exports/write-xlsx'
import { readAllChanges } from '#server/measures/changed-measures'
import { readHistoryFilters } from '#server/measures/history.shared'
import { listHeldMeetings, readWholeHistory } from '#server/measures/measure-history'
import { readMeasureMark } from '#server/measures/measure-mark'

/** What was done to a measure, or to the whole plan since a day or a meeting, as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { db } = context
  const actor = await requireActor({ request, context })
  const ending = endingOf(request, ['xlsx', 'csv'])
  const { searchParams } = new URL(request.url)
  const [locale, meetings] = await Promise.all([readLocale({ request, context }), listHeldMeetings(db, actor)])
  const t = translator(locale, 'history')
  const asked = params.id
    ? { measure: await orResponse(readMeasureMark(db, actor, params.id)), filters: readHistoryFilters(searchParams) }
    : { measure: null, filters: readSince(searchParams, meetings).filters }
  const { measure, filters } = asked
  const { lines, names, titles } = measure
    ? { ...(await readWholeHistory(db, actor, measure.id, filters)), titles: new Map([[measure.id, measure.title]]) }
    : await readAllChanges(db, actor, filters)
  const table = historyTable(locale, { lines, names, titles })
  const meeting = meetings.find(({ id }) => 'meeting' in filters && id === filters.meeting)
  const period = [
    meeting && t('changed.sinceMeeting', { date: formatDate(meeting.startsAt, locale) }),
    filters.from && t('changed.sinceDay', { date: formatDate(filters.from, locale) }),
    filters.until && `${t('filter.until')} ${formatDate(filters.until, locale)}`,
    filters.kind && t(`kinds.${filters.kind}`),
  ]
  const of = measure ? measure.title : t('changed.title')
  const about = {
    ...{ of, period: period.filter(Boolean).join('\n'), groupName: actor.groupName, madeBy: actor.name },
    count: lines.length,
  }
  const content = ending === 'csv' ? writeCsv(table) : await writeXlsx([table], aboutHistory(locale, about))
  const name = measure ? t('titleOf', { title: measure.title }) : of
  return fileResponse(content, { name: `${name.replaceAll(/[:/\\]/g, ' ')} ${toDay(new Date())}`, ending })
}
