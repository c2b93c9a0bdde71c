import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { formatDate, toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { translator } from '#app/i18n/translator'
import { ConfidenceDrawing } from '#app/pictures/confidence-drawing'
import { pictureResponse } from '#app/pictures/picture-response.server'
import { requireActor } from '#app/session.server'
import { readStatusReport } from '#server/rounds/read-status-report'

/** How sure of their aims the measures of a round are: an SVG. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const [locale, report] = await Promise.all([
    readLocale({ request, context }),
    orResponse(readStatusReport(context.db, actor, params.id ?? '')),
  ])
  const t = translator(locale, 'rounds')
  const today = toDay(new Date())
  const caption = {
    view: t('report.pictures'),
    planTitle: report.title,
    groupName: report.groupName,
    today,
    notes: [
      report.planTitle,
      report.closedAt
        ? t('report.final', { date: formatDate(report.closedAt, locale) })
        : t('report.interim', { date: formatDate(today, locale) }),
      t('answeredOf', { answered: report.answeredCount, count: report.measureCount }),
    ],
  }
  return pictureResponse(locale, 'confidence', <ConfidenceDrawing caption={caption} report={report} />)
}
