import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Confidence } from '#app/components/confidence'
import { MeasureStatus } from '#app/components/measure-status'
import { Percentage } from '#app/components/percentage'
import { Pill } from '#app/components/pill'
import { ProgressWords } from '#app/components/progress-words'
import { DemoMark } from '#app/components/provenance'
import { ReportAuthor } from '#app/components/report-author'
import { SectorChip } from '#app/components/sector-chip'
import type { RoundMeasure } from '#server/rounds/round.shared'
import type { PriorityReport } from '#server/rounds/status-report.shared'

/** Every measure by priority, with what was said of it. */
export function ReportedMeasures({ priorities }: { priorities: PriorityReport[] }) {
  return priorities.map(({ position, title, measures }) => (
    <section key={position} className="reported-priority">
      <h3>
        {position}. {title}
      </h3>
      <ul className="reported">
        {measures.map(measure => (
          <Reported key={measure.id} measure={measure} />
        ))}
      </ul>
    </section>
  ))
}

function Reported({ measure }: { measure: RoundMeasure }) {
  const { t } = useTranslation(['rounds', 'progress'])
  const { id, title, owners, status, report, isAnswered } = measure
  return (
    <li>
      <p className="reported-line">
        <Link to={`/measures/${id}`}>{title}</Link>
        {owners.map(({ bodyId, role, code, name, colour }) => (
          <SectorChip key={`${bodyId} ${role}`} code={code} name={name} colour={colour} />
        ))}
        <MeasureStatus status={status} />
        {report && <Percentage percentage={report.percentage} confidence={report.confidence} />}
        {report && <Confidence confidence={report.confidence} />}
        {report && (
          <span className="text-sm text-ink-3">
            <ReportAuthor report={report} /> <DemoMark isDemo={report.isDemo} />
          </span>
        )}
        {!isAnswered && <Pill tone="warn">{t('round.none')}</Pill>}
      </p>
      {report && <ProgressWords report={report} />}
    </li>
  )
}
