import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { AgendaItem, MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { secondsLeft, secondsOf } from '#server/meetings/session.shared'
import { asClock, useNow } from '../meeting-session/use-now'

/** The time of the item, large, and when the agenda ends at this pace. */
export function HallClock({ meeting, item }: { meeting: MeetingDetail; item: AgendaItem }) {
  const { t } = useTranslation('session')
  const format = useFormat()
  const { clock, items } = meeting
  const now = useNow(clock)
  const spent = secondsOf(item, clock, now)
  const allotted = item.minutesAllotted === null ? null : item.minutesAllotted * 60
  const isOver = allotted !== null && spent > allotted
  return (
    <>
      <p className="hall-clock" role="timer" aria-live="off">
        <strong className={isOver ? 'over' : undefined}>{asClock(spent)}</strong>{' '}
        {allotted !== null && <small>{t('ofMinutes', { count: item.minutesAllotted ?? 0 })}</small>}
        <small>
          {clock.startedAt
            ? t('endsAt', { time: format.time(new Date(now + secondsLeft(items, clock, now) * 1000)) })
            : t('stopped')}
        </small>
      </p>
      {allotted !== null && (
        <progress
          max={allotted}
          value={Math.min(spent, allotted)}
          className={isOver ? 'over' : undefined}
          aria-label={t('timeUsed')}
        />
      )}
    </>
  )
}
