import { useTranslation } from 'react-i18next'
import { DateMark, DayMark, ROW_HEIGHT, Slip, WasMark } from '#app/pictures/timeline-marks'
import { scaleOf } from '#app/pictures/timeline-scale'
import { windowOf } from '#server/baselines/plan-timeline.shared'
import { milestoneStates } from '#server/measures/milestone.shared'

// A year to draw examples in.
const year = scaleOf(windowOf({ zoom: 'year', from: '2026' }, null, '2026-01-01'))

/** What the signs on the line mean. */
export function TimelineKey({ hasBaseline }: { hasBaseline: boolean }) {
  const { t } = useTranslation('pictures')
  return (
    <>
      {milestoneStates.map(state => (
        <li key={state}>
          <svg width={20} height={ROW_HEIGHT} aria-hidden="true">
            <DayMark state={state} x={10} />
          </svg>
          {t(`timeline.states.${state}`)}
        </li>
      ))}
      <li>
        <svg width={40} height={ROW_HEIGHT} aria-hidden="true">
          <DateMark date="2026" state="planned" scale={year} />
        </svg>
        {t('timeline.vague')}
      </li>
      {hasBaseline && (
        <li>
          <svg width={60} height={ROW_HEIGHT} aria-hidden="true">
            <Slip from="2026-02-15" to="2026-11-15" scale={year} />
            <WasMark date="2026-02-15" scale={year} />
            <DayMark state="planned" x={year.middle('2026-11-15')} />
          </svg>
          {t('timeline.slipped')}
        </li>
      )}
    </>
  )
}
