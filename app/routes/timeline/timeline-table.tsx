import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { SectorChip } from '#app/components/sector-chip'
import { StatusGlyph } from '#app/components/status-glyph'
import { ThreadCount } from '#app/components/thread-count'
import { useFormat } from '#app/i18n/use-format'
import { ROW_HEIGHT } from '#app/pictures/timeline-marks'
import { type Scale, scaleOf } from '#app/pictures/timeline-scale'
import { TimelineTrack } from '#app/pictures/timeline-track'
import { dayOf, type TimelineRow, type Window, worstShift } from '#server/baselines/plan-timeline.shared'
import { horizons } from '#server/measures/measure.shared'
import { useTimelineWords } from './timeline-words'

/** A measure a row, each with its line; on a phone the line stands under the title. */
export function TimelineTable({
  rows,
  window,
  today,
  hasBaseline,
}: {
  rows: TimelineRow[]
  window: Window
  /** 'YYYY-MM-DD' */
  today: string
  hasBaseline: boolean
}) {
  const { t } = useTranslation(['pictures', 'measures', 'common'])
  const scale = scaleOf(window)
  return (
    <div className="panel table-panel">
      <table className="timeline">
        <caption className="sr-only">{t('timeline.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="measure">
              {t('measures:columns.title')}
            </th>
            <th scope="col" className="axis">
              <span className="sr-only">{t('timeline.axis')}</span>
              <Axis scale={scale} today={today} />
            </th>
            <th scope="col" className="horizons">
              {t('measures:columns.horizon')}
            </th>
            {hasBaseline && (
              <th scope="col" className="shift">
                {t('timeline.shift')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.id}>
              {row.priorityPosition !== rows[index - 1]?.priorityPosition && (
                <tr className="group">
                  <th colSpan={hasBaseline ? 4 : 3} scope="rowgroup">
                    {row.priorityPosition}. {row.priorityTitle}
                  </th>
                </tr>
              )}
              <Row row={row} scale={scale} today={today} hasBaseline={hasBaseline} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Axis({ scale, today }: { scale: Scale; today: string }) {
  const { t } = useTranslation('pictures')
  const format = useFormat()
  const word = (date: string) => {
    if (date.length === 4) return date
    if (date.length === 10) return String(Number(date.slice(8)))
    return format.month(date)
  }
  return (
    <span className="ticks" aria-hidden="true">
      {scale.window.ticks.map(({ date, day }) => (
        <span key={date} style={{ left: scale.at(day) }} className={date.length === 10 ? 'minor' : undefined}>
          {word(date)}
        </span>
      ))}
      {scale.isInSight(today) && <em style={{ left: scale.at(dayOf(today, 'first')) }}>{t('timeline.today')}</em>}
    </span>
  )
}

function Row({
  row,
  scale,
  today,
  hasBaseline,
}: {
  row: TimelineRow
  scale: Scale
  today: string
  hasBaseline: boolean
}) {
  const { t } = useTranslation(['pictures', 'common'])
  const words = useTimelineWords()
  const worst = worstShift(row)
  const isLate = row.milestones.some(({ state }) => state === 'late')
  return (
    <tr>
      <th scope="row" className="measure">
        <span className="what">
          <span title={t(`common:measureStatuses.${row.status}`)}>
            <StatusGlyph status={row.status} />
            <span className="sr-only">{t(`common:measureStatuses.${row.status}`)}: </span>
          </span>
          <Link to={`/measures/${row.id}`} title={row.title}>
            {row.number && `${row.number}. `}
            {row.title}
          </Link>
          {isLate && <span className="late">{t('timeline.states.late')}</span>}
          <ThreadCount count={row.openThreads} />
          {row.lead && <SectorChip {...row.lead} open={!row.lead.isAccepted} />}
        </span>
      </th>
      <td className="track">
        <svg width="100%" height={ROW_HEIGHT} role="img" aria-label={words.row(row)}>
          <TimelineTrack row={row} scale={scale} today={today} title={words.milestone} />
        </svg>
      </td>
      <td className="horizons">
        <Horizons row={row} />
      </td>
      {hasBaseline && (
        <td className={classNames('shift', worst && 'slipped')}>
          {worst ? words.shift(worst) : row.milestones.length > 0 ? t('timeline.unmoved') : ''}
        </td>
      )}
    </tr>
  )
}

/** Beside the axis: no source says which years these are. */
function Horizons({ row: { horizonFrom, horizonTo } }: { row: TimelineRow }) {
  const { t } = useTranslation(['pictures', 'common'])
  if (!horizonFrom || !horizonTo) return <span className="sr-only">{t('timeline.noHorizon')}</span>
  const [first, last] = [horizons.indexOf(horizonFrom), horizons.indexOf(horizonTo)]
  return (
    <span className="boxes">
      {horizons.map((horizon, index) => {
        const isIn = index >= first && index <= last
        return (
          <span key={horizon} className={isIn ? 'in' : undefined} title={t(`common:horizons.${horizon}`)}>
            <span aria-hidden="true">{t(`timeline.horizons.${horizon}`)}</span>
            {isIn && <span className="sr-only">{t(`common:horizons.${horizon}`)} </span>}
          </span>
        )
      })}
    </span>
  )
}
