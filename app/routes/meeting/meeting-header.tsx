import { Form, Link, useNavigation } from '@remix-run/react'
import { Presentation, Radio } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { MeetingStatus } from '#app/components/meeting-status'
import { Note } from '#app/components/note'
import { PageHeader } from '#app/components/page-header'
import { DemoMark } from '#app/components/provenance'
import { useFormat } from '#app/i18n/use-format'
import { useReason } from '#app/i18n/use-reason'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { useAnswerTo } from './use-answer-to'

/** What, when and where, how far it is, and for whom runs it the button that opens or closes it. */
export function MeetingHeader({
  meeting,
  canRun,
  inSession,
}: {
  meeting: MeetingDetail
  canRun: boolean
  /** the reader follows the meeting here already */
  inSession?: boolean
}) {
  const { t } = useTranslation(['meetings', 'history'])
  const format = useFormat()
  const { title, startsAt, startedAt, endedAt, location, status, isDemo } = meeting
  return (
    <PageHeader
      title={title}
      crumbs={[
        { label: t('title'), to: '/meetings' },
        ...(inSession ? [{ label: title, to: `/meetings/${meeting.id}` }] : []),
      ]}
      subtitle={
        <span className="meeting-line">
          <time dateTime={startsAt.toISOString()}>
            {format.longDate(startsAt)}, {format.time(startsAt)}
          </time>
          {location && <span>{location}</span>}
          <MeetingStatus status={status} />
          {status === 'in-session' && startedAt && <span>{t('inSessionSince', { time: format.time(startedAt) })}</span>}
          {status === 'concluded' && endedAt && <span>{t('concludedAt', { time: format.time(endedAt) })}</span>}
          <DemoMark isDemo={isDemo} />
          {status !== 'planned' && (
            <Link to={`/measures/changed?meeting=${meeting.id}`}>{t('history:changed.fromMeeting')}</Link>
          )}
        </span>
      }
      actions={
        <>
          {status === 'in-session' && !inSession && (
            <LinkButton to={`/meetings/${meeting.id}/session`} variant="primary" icon={Radio}>
              {t('followSession')}
            </LinkButton>
          )}
          {(status === 'in-session' || (status === 'planned' && canRun)) && (
            <LinkButton to={`/meetings/${meeting.id}/hall`} icon={Presentation}>
              {t('hallScreen')}
            </LinkButton>
          )}
          {canRun && (status === 'planned' || status === 'in-session') && <Course status={status} />}
        </>
      }
    />
  )
}

function Course({ status }: { status: 'planned' | 'in-session' }) {
  const { t } = useTranslation('meetings')
  const reason = useReason()
  const next = status === 'planned' ? 'start' : 'conclude'
  const refused = useAnswerTo('start', 'conclude')?.error?.['']
  // No fetcher: who opens the meeting is led on, and that would be lost where the page loads again at that moment.
  return (
    <Form method="post">
      {refused && (
        <Note tone="bad" role="alert" className="mb-2">
          {reason(refused)}
        </Note>
      )}
      <Button type="submit" name="what" value={next} disabled={useNavigation().state !== 'idle'}>
        {t(next)}
      </Button>
    </Form>
  )
}
