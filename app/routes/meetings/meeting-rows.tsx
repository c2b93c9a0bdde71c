import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MeetingStatus } from '#app/components/meeting-status'
import { DemoMark } from '#app/components/provenance'
import { useFormat } from '#app/i18n/use-format'
import type { MeetingInList } from '#server/meetings/meeting-list.shared'

/** Meetings on hairlines: when, what and where, how far. */
export function MeetingRows({ meetings }: { meetings: MeetingInList[] }) {
  return (
    <ul className="meeting-rows">
      {meetings.map(meeting => (
        <Row key={meeting.id} meeting={meeting} />
      ))}
    </ul>
  )
}

function Row({ meeting }: { meeting: MeetingInList }) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const { id, title, startsAt, location, status, isDemo, itemCount, decisionCount } = meeting
  return (
    <li>
      <p className="when">
        <time dateTime={startsAt.toISOString()}>
          <strong>{format.date(startsAt)}</strong> {format.weekday(startsAt)}, {format.time(startsAt)}
        </time>
      </p>
      <div className="what">
        <Link to={`/meetings/${id}`} prefetch="intent">
          {title}
        </Link>{' '}
        <DemoMark isDemo={isDemo} />
        {location && <p>{location}</p>}
      </div>
      <p className="totals">
        {t('items', { count: itemCount })}
        {decisionCount > 0 && ` · ${t('decisions', { count: decisionCount })}`}
      </p>
      <p className="state">
        <MeetingStatus status={status} />
      </p>
    </li>
  )
}
