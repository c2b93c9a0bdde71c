import { Link, type useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { Panel } from '#app/components/panel'
import { Pill, type Tone } from '#app/components/pill'
import { useFormat } from '#app/i18n/use-format'
import { registerNumber } from '#server/decisions/decision.shared'
import type { ApprovingMeeting, MinutesState } from '#server/minutes/minutes.shared'
import { Comments } from './comments'
import { FinishForm, SendForm, TableForm, TakeBackForm } from './minutes-forms'
import type { loader } from './route'

type ShownMinutes = ReturnType<typeof useLoaderData<typeof loader>>['minutes']

const tones: Record<MinutesState, Tone> = { draft: 'line', 'for-comment': 'info', approved: 'ok' }

/** How far the minutes are, and what is next. */
export function MinutesSide({ minutes, later }: { minutes: ShownMinutes; later: ApprovingMeeting[] }) {
  const { t } = useTranslation('minutes')
  const { state, comments, can } = minutes
  const onWhole = comments.filter(comment => comment.agendaItemId === null)
  return (
    <aside className="minutes-side" aria-label={t('state')}>
      <Panel title={t('state')} end={<Pill tone={tones[state]}>{t(`states.${state}`)}</Pill>}>
        <State minutes={minutes} />
      </Panel>
      {(minutes.approval || minutes.decision || can.finish) && (
        <Panel title={t('approval')}>
          <Approval minutes={minutes} later={later} />
        </Panel>
      )}
      {(onWhole.length > 0 || can.comment) && (
        <Panel title={t('wholeMinutes')}>
          <Comments itemId={null} comments={onWhole} canComment={can.comment} canAnswer={can.answer} />
        </Panel>
      )}
    </aside>
  )
}

function State({ minutes }: { minutes: ShownMinutes }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const { meeting, state, commentUntil, isCommentOver, comments, frozen, can } = minutes
  if (frozen) return <Frozen meetingId={meeting.id} frozen={frozen} />
  if (state === 'approved') return <Note tone="warn">{t('neverFrozen')}</Note>
  return (
    <>
      {state === 'draft' ? (
        <>
          <p>{minutes.takenBackAt ? t('takenBack', { date: format.date(minutes.takenBackAt) }) : t('draft')}</p>
          {!can.send && <p>{t(meeting.status === 'concluded' ? 'notSent' : 'notConcluded')}</p>}
        </>
      ) : (
        <>
          {commentUntil && <p>{t(isCommentOver ? 'closed' : 'openUntil', { date: format.longDate(commentUntil) })}</p>}
          <p role="status">{comments.length > 0 ? t('comments', { count: comments.length }) : t('noComments')}</p>
        </>
      )}
      {can.send && <SendForm commentUntil={commentUntil} />}
      {can.takeBack && <TakeBackForm />}
    </>
  )
}

function Frozen({ meetingId, frozen }: { meetingId: string; frozen: NonNullable<ShownMinutes['frozen']> }) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  return (
    <>
      <p>{t('frozen', { date: format.date(frozen.at) })}</p>
      <p className="label">{t('hash')}</p>
      <code className="hash">{frozen.hash}</code>
      <Note tone={frozen.holds ? 'ok' : 'bad'}>{t(frozen.holds ? 'holds' : 'broken')}</Note>
      <p>
        <a href={`/meetings/${meetingId}/minutes.json`} download>
          {t('download')}
        </a>
        <span className="block text-ink-3">{t('downloadHint')}</span>
      </p>
    </>
  )
}

function Approval({ minutes, later }: { minutes: ShownMinutes; later: ApprovingMeeting[] }) {
  const { t } = useTranslation('minutes')
  const { meeting, approval, decision, can } = minutes
  if (decision)
    return (
      <>
        <p>
          {t('approvedBy')} <Link to={`/decisions/${decision.id}`}>{registerNumber(decision)}</Link>
        </p>
        {can.finish && <FinishForm />}
      </>
    )
  return (
    <>
      {approval && (
        <>
          <p>
            {t('tabled')}{' '}
            <Link to={`/meetings/${approval.meetingId}?item=${approval.itemId}`}>
              {t('tabledPoint', { meeting: approval.meetingTitle, position: approval.position })}
            </Link>
          </p>
          <p className="text-ink-3">{t('tabledHint')}</p>
        </>
      )}
      {can.finish && <TableForm title={meeting.title} later={later} isAgain={approval !== null} />}
    </>
  )
}
