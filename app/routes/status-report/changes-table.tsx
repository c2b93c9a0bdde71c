import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Confidence } from '#app/components/confidence'
import { MeasureStatus } from '#app/components/measure-status'
import type { Change } from '#server/rounds/status-report.shared'

/** What each measure was when the previous round closed, and is now; only what differs. */
export function ChangesTable({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('rounds')
  if (changes.length === 0) return <p className="mt-3">{t('report.noChanges')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keyboard
    <section className="panel table-panel scroll-panel mt-3" aria-label={t('report.changesTable')} tabIndex={0}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('round.measure')}</th>
            <th scope="col">{t('report.before')}</th>
            <th scope="col">{t('report.now')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(change => {
            const { measure, before } = change
            return (
              <tr key={measure.id}>
                <td className="title">
                  <Link to={`/measures/${measure.id}`}>{measure.title}</Link>
                </td>
                <td>
                  <Stood change={change} {...before} />
                </td>
                <td>
                  <Stood
                    change={change}
                    status={measure.status}
                    percentage={measure.report?.percentage ?? null}
                    confidence={measure.report?.confidence ?? null}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Stood({
  change,
  status,
  percentage,
  confidence,
}: { change: Change } & Pick<Change['before'], 'status' | 'percentage' | 'confidence'>) {
  const { t } = useTranslation('progress')
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {change.status && <MeasureStatus status={status} />}
      {change.percentage && percentage !== null && <strong>{t('percent', { percentage })}</strong>}
      {change.confidence && confidence && <Confidence confidence={confidence} />}
      {percentage === null && confidence === null && <span className="text-ink-3">{t('confidences.none')}</span>}
    </span>
  )
}
