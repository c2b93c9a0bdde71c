import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { endingOf, fileResponse } from '#app/file-response.server'
import { toDay } from '#app/i18n/format'
import { readLocale } from '#app/i18n/locale.server'
import { requireActor } from '#app/session.server'
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

const endings = ['docx', 'pdf', 'xlsx', 'csv'] as const
const write: Record<(typeof endings)[number], Write> = {
  docx: (report, words) => renderDocx(statusReportDocument(report, new Date(), words)),
  pdf: (report, words) => renderPdf(statusReportDocument(report, new Date(), words)),
  xlsx: (report, words) =>
    writeXlsx(
      [reportedTable(report, words), slippedTable(report, words), unansweredTable(report, words)],
      aboutReport(report, words),
    ),
  csv: (report, words) => writeCsv(reportedTable(report, words)),
}

/** What a round of updates brought, as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const ending = endingOf(request, endings)
  const [locale, report] = await Promise.all([
    readLocale({ request, context }),
    orResponse(readStatusReport(context.db, actor, params.id ?? '')),
  ])
  const words = statusReportWords(locale)
  const content = await write[ending](report, words)
  // Windows takes no colon in a name.
  const name = `${words.title(report.title).replace(': ', ' ')} ${toDay(report.closedAt ?? new Date())}`
  return fileResponse(content, { name, ending })
}
