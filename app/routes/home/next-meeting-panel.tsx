import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Panel } from '#app/components/panel'
import { Pill } from '#app/components/pill'
import { DemoMark } from '#app/components/provenance'
import { toDay } from '#app/i18n/format'
import { useFormat } from '#app/i18n/use-format'
import type { NextMeeting } from '#server/meetings/meeting-list.shared'

export function NextMeetingPanel({ meeting }: { meeting: NextMeeting | null }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  if (!meeting) {
    return (
      <Panel title={t('nextMeeting')}>
        <p className="text-sm text-ink-2">{t('noMeeting')}</p>
      </Panel>
    )
  }
  const inSession = meeting.status === 'in-session'
  return (
    <Panel
      title={t('nextMeeting')}
      end={<Pill tone="info">{inSession ? t('inSession') : format.relativeDay(meeting.startsAt)}</Pill>}
    >
      <div className="calendar-line">
        <div className="calendar-leaf" aria-hidden="true">
          <span>{format.month(meeting.startsAt)}</span>
          <b>{Number(toDay(meeting.startsAt).slice(8))}</b>
        </div>
        <div>
          <Link className="font-semibold" to={`/meetings/${meeting.id}`}>
            {meeting.title}
          </Link>{' '}
          <DemoMark isDemo={meeting.isDemo} />
          <p className="text-sm text-ink-2">
            <span className="first-letter:uppercase inline-block">{format.longDate(meeting.startsAt)}</span>,{' '}
            {format.time(meeting.startsAt)}
            {meeting.location && <span className="block">{meeting.location}</span>}
          </p>
        </div>
      </div>
      {meeting.agenda.length > 0 && (
        <ol className="agenda-preview">
          {meeting.agenda.map((title, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place on the agenda is what tells items apart
            <li key={index}>
              <span className="text-ink-3">{index + 1}</span>
              <span>{title}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
