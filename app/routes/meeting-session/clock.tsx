import { useFetcher } from '@remix-run/react'
import { Clock as ClockIcon, Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import type { FormReply } from '#app/form-reply'
import { useFormat } from '#app/i18n/use-format'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { secondsLeft, secondsOf } from '#server/meetings/session.shared'
import { asClock, useNow } from './use-now'

/** How long the item at hand takes against what it was given, and when the agenda ends at this pace. */
export function SessionClock({ meeting, canRun }: { meeting: MeetingDetail; canRun: boolean }) {
  const { t } = useTranslation('session')
  const format = useFormat()
  const fetcher = useFetcher<FormReply>()
  const now = useNow(meeting.clock)
  const item = meeting.items.find(({ id }) => id === meeting.clock.currentItemId)
  if (!item) return null
  const { clock, items } = meeting
  const spent = secondsOf(item, clock, now)
  const allotted = item.minutesAllotted === null ? null : item.minutesAllotted * 60
  const isOver = allotted !== null && spent > allotted
  const isRunning = clock.startedAt !== null
  const minutesPast = allotted === null ? 0 : Math.ceil((spent - allotted) / 60)
  const error = fetcher.data && Object.values(fetcher.data.errors)[0]
  return (
    <section className="session-clock" aria-label={t('clock')}>
      <p className="time" role="timer" aria-live="off">
        <strong className={isOver ? 'over' : undefined}>{asClock(spent)}</strong>{' '}
        <span>{allotted === null ? t('noMinutes') : t('ofMinutes', { count: item.minutesAllotted ?? 0 })}</span>
      </p>
      {allotted !== null && <progress max={allotted} value={Math.min(spent, allotted)} aria-label={t('timeUsed')} />}
      {canRun && (
        <fetcher.Form method="post" className="row">
          <input type="hidden" name="run" value={String(!isRunning)} />
          <input type="hidden" name="agendaItemId" value={item.id} />
          <input type="hidden" name="minutes" value="5" />
          <Button
            type="submit"
            small
            icon={isRunning ? Pause : Play}
            name="what"
            value="run-clock"
            data-key="pause"
            aria-keyshortcuts="Alt+K"
          >
            {t(isRunning ? 'pause' : 'resume')}
          </Button>
          <Button type="submit" small name="what" value="extend-item">
            {t('fiveMore')}
          </Button>
        </fetcher.Form>
      )}
      {error && (
        <Note tone="bad" role="alert">
          {error}
        </Note>
      )}
      {!isRunning && <p className="still">{t('stopped')}</p>}
      {isOver && (
        <Note tone="warn">
          <Icon of={ClockIcon} /> {t('itemRunsOver', { count: minutesPast })}
        </Note>
      )}
      <p className="ends">
        {t('endsAt', { time: format.time(new Date(now + secondsLeft(items, clock, now) * 1000)) })}
      </p>
    </section>
  )
}
