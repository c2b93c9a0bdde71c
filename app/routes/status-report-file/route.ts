import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { requireActor } from '#app/session.server'
import { contentDisposition } from '#server/exports/content-disposition.shared'
import { renderDocx } from '#server/exports/render-docx'
import { renderPdf } from '#server/exports/render-pdf'
import { statusReportDocument } from '#server/exports/status-report-document'
import { aboutReport, reportedTable, slippedTable, unansweredTable } from '#server/exports/status-report-tables'
import type { StatusReportWords } from '#server/exports/status-report-words.shared'
import { writeCsv } from '#server/exports/write-csv'
import { writeXlsx } from '#server/exports/write-xlsx'
import { readStatusReport } from '#server/rounds/read-status-report'
import type { StatusReport } from '#server/rounds/status-report.shared'
import { statusReportWords } from './words.server'

type Write = (report: StatusReport, words: StatusReportWords) => Buffer | Promise<Buffer>

const office = 'application/vnd.openxmlformats-officedocument'
const formats: Record<string, { mediaType: string; write: Write }> = {
  docx: {
    mediaType: `${office}.wordprocessingml.document`,
    write: (report, words) => renderDocx(statusReportDocument(report, new Date(), words)),
  },
  pdf: {
    mediaType: 'application/pdf',
    write: (report, words) => renderPdf(statusReportDocument(report, new Date(), words)),
  },
  xlsx: {
    mediaType: `${office}.spreadsheetml.sheet`,
    write: (report, words) =>
      writeXlsx(
        [reportedTable(report, words), slippedTable(report, words), unansweredTable(report, words)],
        aboutReport(report, words),
      ),
  },
  csv: { mediaType: 'text/csv; charset=utf-8', write: (report, words) => writeCsv(reportedTable(report, words)) },
}

/** What a round of updates brought, as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const ending = new URL(request.url).pathname.split('.').at(-1) ?? ''
  const format = formats[ending]
  if (!format) throw new Response('not-found', { status: 404 })
  const [locale, report] = await Promise.all([
    readLocale({ request, context }),
    orResponse(readStatusReport(context.db, actor, params.id ?? '')),
  ])
  const words = statusReportWords(locale)
  const content = await format.write(report, words)
  // Windows takes no colon in a name.
  const name = `${words.title(report.title).replace(': ', ' ')} ${toDay(report.closedAt ?? new Date())}`
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': format.mediaType,
      'Content-Length': String(content.length),
      'Content-Disposition': contentDisposition(`${name}.${ending}`),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
