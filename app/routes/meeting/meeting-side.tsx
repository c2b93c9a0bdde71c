import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BodyAvatar } from '#app/components/body-avatar'
import { DecisionResult } from '#app/components/decision-result'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'
import type { Attendee, MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { MeetingDocuments } from './meeting-documents'
import { MeetingInvitations } from './meeting-invitations'
import type { Invitations } from './read-invitations.server'

/** What came out of the meeting so far, and who is there. */
export function MeetingSide({
  meeting,
  decisions,
  invitations,
}: {
  meeting: MeetingDetail
  decisions: DecisionInMeeting[]
  invitations: Invitations
}) {
  const { t } = useTranslation('meetings')
  return (
    <aside className="meeting-side" aria-label={`${t('decisionsHere')}, ${t('attendance')}`}>
      <section>
        <h2>
          {t('decisionsHere')} {decisions.length > 0 && <span className="count">{decisions.length}</span>}
        </h2>
        <p role="status" className={decisions.length > 0 ? 'sr-only' : undefined}>
          {decisions.length > 0 ? t('decisions', { count: decisions.length }) : t('noDecisions')}
        </p>
        <ul className="decided">
          {decisions.map(decision => (
            <li key={decision.id}>
              <Link to={`/decisions/${decision.id}`}>{registerNumber(decision)}</Link>
              <DecisionResult result={decision.result} />
              <p>{decision.title}</p>
            </li>
          ))}
        </ul>
      </section>
      <Attendance attendance={meeting.attendance} />
      <MeetingDocuments meetingId={meeting.id} />
      <MeetingInvitations meetingId={meeting.id} invitations={invitations} />
    </aside>
  )
}

function Attendance({ attendance }: { attendance: Attendee[] }) {
  const { t } = useTranslation('meetings')
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
      <ul className="attendance">
        {[...present, ...expected, ...others].map(attendee => (
          <Present key={attendee.id} attendee={attendee} />
        ))}
      </ul>
    </section>
  )
}

function Present({ attendee: { body, capacity, description, presence } }: { attendee: Attendee }) {
  const { t } = useTranslation('meetings')
  const isAway = presence === 'excused' || presence === 'absent'
  return (
    <li className={isAway ? 'text-ink-3' : undefined}>
      <BodyAvatar {...body} small here={presence === 'present'} />
      <span>{capacity === 'member' && description ? description : t(`capacities.${capacity}`)}</span>
      {isAway && <span className="end">{t(`presences.${presence}`)}</span>}
    </li>
  )
}
