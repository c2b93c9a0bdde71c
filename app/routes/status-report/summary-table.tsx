import { useTranslation } from 'react-i18next'
import { MeasureStatus } from '#app/components/measure-status'
import { measureStatuses } from '#server/measures/measure.shared'
import type { PriorityReport, StatusReport } from '#server/rounds/status-report.shared'

type Sums = Omit<PriorityReport, 'position' | 'title'>

/** Counts by priority: answered, average, and each status that occurs. */
export function SummaryTable({ report }: { report: StatusReport }) {
  const { t } = useTranslation(['rounds', 'progress', 'common'])
  const statuses = measureStatuses.filter(status => report.total.byStatus[status] > 0)
  const cells = ({ measures, answered, average, byStatus }: Sums) => (
    <>
      <td className="number">{measures.length}</td>
      <td className="number">{answered}</td>
      <td className="number">{average === null ? '–' : t('progress:percent', { percentage: average })}</td>
      {statuses.map(status => (
        <td key={status} className="number">
          {byStatus[status] || '–'}
        </td>
      ))}
    </>
  )
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keyboard */}
      <section className="panel table-panel scroll-panel mt-4" aria-label={t('report.byStatus')} tabIndex={0}>
        <table className="data-table summary-table">
          <caption className="sr-only">{t('report.byStatus')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('report.priority')}</th>
              <th scope="col" className="number">
                {t('report.measures')}
              </th>
              <th scope="col" className="number">
                {t('report.answered')}
              </th>
              <th scope="col" className="number">
                {t('report.average')}
              </th>
              {statuses.map(status => (
                <th key={status} scope="col" className="number">
                  <MeasureStatus status={status} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.priorities.map(priority => (
              <tr key={priority.position}>
                <th scope="row">
                  {priority.position}. {priority.title}
                </th>
                {cells(priority)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('report.total')}</th>
              {cells(report.total)}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="mt-2 text-sm text-ink-3">{t('report.averageRule')}</p>
    </>
  )
}
