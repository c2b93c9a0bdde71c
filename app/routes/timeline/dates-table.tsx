import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { TimelineRow } from '#server/baselines/plan-timeline.shared'
import { useTimelineWords } from './timeline-words'

/** The line of time in words: each period and each milestone a row. */
export function DatesTable({ rows, hasBaseline }: { rows: TimelineRow[]; hasBaseline: boolean }) {
  const { t } = useTranslation(['pictures', 'measures'])
  const words = useTimelineWords()
  return (
    <div className="panel table-panel dates-panel">
      <table className="data-table dates-table">
        <caption className="sr-only">{t('timeline.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measures:columns.title')}</th>
            <th scope="col">{t('timeline.when')}</th>
            <th scope="col">{t('timeline.what')}</th>
            <th scope="col">{t('timeline.state')}</th>
            {hasBaseline && <th scope="col">{t('timeline.inBaseline')}</th>}
            {hasBaseline && <th scope="col">{t('timeline.shift')}</th>}
          </tr>
        </thead>
        {rows.map(row => {
          const lines = linesOf(row)
          return (
            <tbody key={row.id}>
              {lines.map(({ key, when, what, state, was, shift }, index) => (
                <tr key={key}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={lines.length} className="title">
                      <Link to={`/measures/${row.id}`}>
                        {row.number && `${row.number}. `}
                        {row.title}
                      </Link>
                    </th>
                  )}
                  <td>{when ?? <span className="text-ink-3">{t('timeline.noDates')}</span>}</td>
                  <td>{what}</td>
                  <td className={state === 'late' ? 'late' : undefined}>{state && t(`timeline.states.${state}`)}</td>
                  {hasBaseline && <td>{was}</td>}
                  {hasBaseline && <td>{shift && words.shift(shift)}</td>}
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )

  function linesOf(row: TimelineRow) {
    const period = words.period(row)
    const before = row.was && words.period(row.was)
    const ofPeriod = { key: 'period', when: period, what: period && t('timeline.period'), state: null }
    const dates = row.milestones.map(({ id, label, date, state, was, shift }) => ({
      key: id,
      when: words.date(date),
      what: label,
      state,
      was: was && words.date(was),
      shift,
    }))
    return period || dates.length === 0 ? [{ ...ofPeriod, was: before, shift: row.endShift }, ...dates] : dates
  }
}
