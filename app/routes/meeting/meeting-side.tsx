import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DecisionResult } from '#app/components/decision-result'
import type { BodyMark } from '#server/bodies/body.shared'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { AttendancePanel } from './attendance-panel'
import { MeetingDocuments } from './meeting-documents'
import { MeetingInvitations } from './meeting-invitations'
import type { Invitations } from './read-invitations.server'

/** What came out of the meeting so far, and who is there. */
export function MeetingSide({
  meeting,
  decisions,
  invitations,
  canKeep,
  bodies,
  children,
}: {
  meeting: MeetingDetail
  decisions: DecisionInMeeting[]
  /** left out while the meeting goes on */
  invitations?: Invitations
  /** the reader keeps the attendance */
  canKeep: boolean
  /** whom else can be listed; null: the reader adds nobody */
  bodies: BodyMark[] | null
  /** what comes first */
  children?: ReactNode
}) {
  const { t } = useTranslation('meetings')
  return (
    <aside className="meeting-side" aria-label={`${t('decisionsHere')}, ${t('attendance')}`}>
      {children}
      {invitations !== undefined && (invitations || meeting.status === 'planned') && (
        <MeetingInvitations meetingId={meeting.id} invitations={invitations} />
      )}
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
      <AttendancePanel meeting={meeting} canKeep={canKeep} bodies={bodies} />
      <MeetingDocuments meetingId={meeting.id} />
    </aside>
  )
}
