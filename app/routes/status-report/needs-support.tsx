import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Confidence } from '#app/components/confidence'
import { Percentage } from '#app/components/percentage'
import { ProgressWords } from '#app/components/progress-words'
import { DemoMark } from '#app/components/provenance'
import { ReportAuthor } from '#app/components/report-author'
import type { StatusReport } from '#server/rounds/status-report.shared'

/** What the group has to help with, what is in danger first. */
export function NeedsSupport({ measures }: { measures: StatusReport['needsSupport'] }) {
  const { t } = useTranslation('rounds')
  if (measures.length === 0) return <p className="mt-3">{t('report.nothingNeedsSupport')}</p>
  return (
    <ul className="reported">
      {measures.map(({ id, title, report }) => (
        <li key={id}>
          <p className="reported-line">
            <Link to={`/measures/${id}`}>{title}</Link>
            <Confidence confidence={report.confidence} />
            <Percentage percentage={report.percentage} confidence={report.confidence} />
            <span className="text-sm text-ink-3">
              <ReportAuthor report={report} /> <DemoMark isDemo={report.isDemo} />
            </span>
          </p>
          <ProgressWords report={report} />
        </li>
      ))}
    </ul>
  )
}
