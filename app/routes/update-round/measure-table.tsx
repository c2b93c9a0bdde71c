import { Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Confidence } from '#app/components/confidence'
import { MeasureStatus } from '#app/components/measure-status'
import { Percentage } from '#app/components/percentage'
import { Pill } from '#app/components/pill'
import { ReportAuthor } from '#app/components/report-author'
import { SectorChip } from '#app/components/sector-chip'
import { useFormat } from '#app/i18n/use-format'
import type { RoundMeasure } from '#server/rounds/round.shared'

/** Each measure with its newest report, and whether that came in this round. */
export function MeasureTable({ measures, isClosed }: { measures: RoundMeasure[]; isClosed: boolean }) {
  const { t } = useTranslation(['rounds', 'measures'])
  const positions = [...new Set(measures.map(measure => measure.priorityPosition))]
  return (
    <div className="panel table-panel mt-3">
      <table className="data-table two-line round-measures">
        <caption className="sr-only">{t('round.byMeasure')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('round.measure')}</th>
            <th scope="col">{t('round.owners')}</th>
            <th scope="col">{t('round.status')}</th>
            <th scope="col">{t('round.progress')}</th>
            <th scope="col">{t('round.confidence')}</th>
            <th scope="col">{t('round.answer')}</th>
          </tr>
        </thead>
        {positions.map(position => {
          const own = measures.filter(measure => measure.priorityPosition === position)
          return (
            <tbody key={position}>
              <tr className="group-row">
                <th colSpan={6} scope="rowgroup">
                  {position}. {own[0]?.priorityTitle}
                </th>
              </tr>
              {own.map(measure => (
                <Row key={measure.id} measure={measure} isClosed={isClosed} />
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

function Row({ measure, isClosed }: { measure: RoundMeasure; isClosed: boolean }) {
  const { t } = useTranslation(['rounds', 'progress'])
  const format = useFormat()
  const { id, title, owners, status, report, isAnswered } = measure
  return (
    <tr>
      <td className="title">
        <Link to={`/measures/${id}`}>{title}</Link>
      </td>
      <td>
        {owners.length === 0 ? (
          <span className="text-warn" title={t('round.noOwnerWhy')}>
            {t('round.noOwner')}
          </span>
        ) : (
          <span className="flex flex-wrap gap-x-3">
            {owners.map(({ bodyId, role, code, name, colour }) => (
              <SectorChip key={`${bodyId} ${role}`} code={code} name={name} colour={colour} />
            ))}
          </span>
        )}
      </td>
      <td>
        <MeasureStatus status={status} />
      </td>
      <td>{report ? <Percentage percentage={report.percentage} confidence={report.confidence} /> : null}</td>
      <td>
        {report ? (
          <Confidence confidence={report.confidence} />
        ) : (
          <span className="text-ink-3">{t('progress:confidences.none')}</span>
        )}
      </td>
      <td className="answer">
        {isAnswered && report ? (
          <>
            <Pill tone="ok" icon={Check}>
              {t('round.answered')}
            </Pill>
            <span className="text-ink-3">
              <ReportAuthor report={report} />
            </span>
          </>
        ) : (
          <>
            <Pill tone="warn">{t(isClosed ? 'round.none' : 'round.notYet')}</Pill>
            {report && (
              <span className="text-ink-3">{t('round.before', { date: format.date(report.reportedAt) })}</span>
            )}
          </>
        )}
      </td>
    </tr>
  )
}
