import { useTranslation } from 'react-i18next'
import { Confidence } from '#app/components/confidence'
import { MeasureStatus } from '#app/components/measure-status'
import { Percentage } from '#app/components/percentage'
import { Pill } from '#app/components/pill'
import { ProgressWords } from '#app/components/progress-words'
import { DemoMark } from '#app/components/provenance'
import { ReportAuthor } from '#app/components/report-author'
import { useFormat } from '#app/i18n/use-format'
import type { ProgressReport } from '#server/measures/progress.shared'

/** What was reported before, the newest first; what was corrected stays, and says so. */
export function ProgressHistory({ reports, all }: { reports: ProgressReport[]; all: ProgressReport[] }) {
  const { t } = useTranslation('progress')
  const format = useFormat()
  if (reports.length === 0) return null
  const corrected = new Set(all.map(report => report.correctsId))
  const dateOf = (id: string) => all.find(report => report.id === id)?.reportedAt
  return (
    <details className="more-rows mt-4">
      <summary className="link-button text-sm">{t('earlier', { count: reports.length })}</summary>
      <ol className="progress-history">
        {reports.map(report => {
          const correctedDate = report.correctsId && dateOf(report.correctsId)
          return (
            <li key={report.id} className={corrected.has(report.id) ? 'corrected' : undefined}>
              <div className="progress-line">
                <Percentage percentage={report.percentage} confidence={report.confidence} />
                <Confidence confidence={report.confidence} />
                <MeasureStatus status={report.status} />
                <span className="text-sm text-ink-3">
                  <ReportAuthor report={report} /> <DemoMark isDemo={report.isDemo} />
                </span>
                {corrected.has(report.id) && <Pill tone="line">{t('corrected')}</Pill>}
                {correctedDate && <Pill tone="line">{t('corrects', { date: format.date(correctedDate) })}</Pill>}
              </div>
              <ProgressWords report={report} />
            </li>
          )
        })}
      </ol>
    </details>
  )
}
