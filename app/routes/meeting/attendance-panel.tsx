import { useFetcher } from '@remix-run/react'
import { UserCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePresence } from '#app/collab/use-presence'
import { BodyAvatar } from '#app/components/body-avatar'
import { Button } from '#app/components/button'
import type { FormReply } from '#app/form-reply'
import { useFormat } from '#app/i18n/use-format'
import type { BodyMark } from '#server/bodies/body.shared'
import type { Attendee, MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { AddAttendee, AttendeeForm } from './attendance-forms'

interface Props {
  meeting: MeetingDetail
  canKeep: boolean
  /** whom else can be listed; null: the reader adds nobody */
  bodies: BodyMark[] | null
}

/** Who is there. Who has the meeting open and is not confirmed yet, is proposed to whoever keeps the attendance. */
export function AttendancePanel({ meeting, canKeep, bodies }: Props) {
  const { t } = useTranslation('meetings')
  const { attendance, status } = meeting
  const present = attendance.filter(attendee => attendee.presence === 'present')
  const expected = attendance.filter(attendee => attendee.presence === 'expected')
  const others = attendance.filter(attendee => attendee.presence === 'excused' || attendee.presence === 'absent')
  // Before it begins nobody is present yet.
  const isAhead = present.length === 0 && expected.length > 0
  const counted = { present: (isAhead ? expected : present).length, all: attendance.length }
  return (
    <section>
      <h2>
        {t(isAhead ? 'expected' : 'attendance')}{' '}
        {attendance.length > 0 && <span className="of">{t('attendanceCount', counted)}</span>}
      </h2>
      {attendance.length === 0 && <p>{t('noAttendance')}</p>}
      {canKeep && status === 'in-session' && <FromPresence meeting={meeting} />}
      <ul className="attendance">
        {[...present, ...expected, ...others].map(attendee => (
          <Row key={attendee.id} attendee={attendee} meeting={meeting} canKeep={canKeep} />
        ))}
      </ul>
      {canKeep && <AddAttendee bodies={bodies} />}
    </section>
  )
}

/** One click for everybody who has the meeting open and was not confirmed yet. */
function FromPresence({ meeting: { id, attendance } }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('meetings')
  const fetcher = useFetcher<FormReply>()
  const people = usePresence(`meeting:${id}`)
  const confirmed = new Set(
    attendance.filter(row => row.isConfirmed && row.presence === 'present').map(row => row.person?.id),
  )
  const waiting = people.filter(({ personId }) => !confirmed.has(personId))
  if (waiting.length === 0) return null
  return (
    <fetcher.Form method="post" className="from-presence">
      <p>
        {t('hereUnconfirmed')}{' '}
        {waiting.map(person => (
          <span key={person.personId} className="here-now" title={person.name}>
            <BodyAvatar code={person.bodyCode} name={person.name} colour={person.colour} small here />
            <input type="hidden" name="personIds" value={person.personId} />
          </span>
        ))}
      </p>
      <Button
        type="submit"
        small
        icon={UserCheck}
        name="what"
        value="confirm-present"
        disabled={fetcher.state !== 'idle'}
      >
        {t('confirmPresent', { count: waiting.length })}
      </Button>
    </fetcher.Form>
  )
}

function Row({ attendee, meeting, canKeep }: { attendee: Attendee; meeting: MeetingDetail; canKeep: boolean }) {
  const { t } = useTranslation('meetings')
  const { body, presence, capacity, person } = attendee
  const isAway = presence === 'excused' || presence === 'absent'
  const name = person?.name ?? body.name
  const line = (
    <>
      <BodyAvatar {...body} small here={presence === 'present' && !attendee.leftAt} />
      <span className="who">
        {capacity === 'member' && attendee.description ? attendee.description : t(`capacities.${capacity}`)}
        <Remarks attendee={attendee} meeting={meeting} />
      </span>
      {isAway && <span className="end">{t(`presences.${presence}`)}</span>}
    </>
  )
  if (!canKeep) return <li className={isAway ? 'away' : undefined}>{line}</li>
  return (
    <li className={isAway ? 'away' : undefined}>
      <details>
        <summary aria-label={t('changeAttendance', { who: `${body.code}, ${name}` })}>{line}</summary>
        <AttendeeForm attendee={attendee} meeting={meeting} />
      </details>
    </li>
  )
}

/** Late, left early, spoken for, not confirmed. */
function Remarks({ attendee, meeting }: { attendee: Attendee; meeting: MeetingDetail }) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const { presence, isLate, arrivedAt, leftAt, representedBy, isConfirmed } = attendee
  const speaker = meeting.attendance.find(other => other.id === representedBy)
  const remarks = [
    isLate && arrivedAt && t('late', { time: format.time(arrivedAt) }),
    leftAt && t('left', { time: format.time(leftAt) }),
    speaker && t('representedBy', { body: speaker.body.code }),
    presence === 'expected' && meeting.status === 'in-session' && t('notConfirmed'),
    presence === 'present' && !isConfirmed && meeting.status === 'in-session' && t('notConfirmed'),
  ].filter(Boolean)
  if (remarks.length === 0) return null
  return <small>{remarks.join(' · ')}</small>
}
