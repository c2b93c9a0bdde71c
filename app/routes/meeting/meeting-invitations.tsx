import { CalendarPlus, Mail } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import { useFormReply } from '#app/use-form-reply'
import type { MailCount } from '#server/mail/mail.shared'

interface Props {
  meetingId: string
  /** null: the reader sends none */
  invitations: { count: MailCount; canInvite: boolean; hasMailServer: boolean } | null
}

/** The meeting in one's own calendar; for whom calls the group together, who was invited and what waits. */
export function MeetingInvitations({ meetingId, invitations }: Props) {
  const { t } = useTranslation('calendars')
  return (
    <section>
      <h2>{t('invitations')}</h2>
      <p className="calendar-link">
        <Icon of={CalendarPlus} size="small" />
        <a href={`/meetings/${meetingId}/meeting.ics`} download>
          {t('addMeeting')}
        </a>
      </p>
      {invitations && <Invited meetingId={meetingId} invitations={invitations} />}
    </section>
  )
}

function Invited({ meetingId, invitations }: { meetingId: string; invitations: NonNullable<Props['invitations']> }) {
  const { t } = useTranslation('calendars')
  const { count, canInvite, hasMailServer } = invitations
  const { Form, formProps, isBusy, errors } = useFormReply('invite')
  return (
    <div className="invited">
      <div role="status">
        {!count.lastAt && <p>{t('notInvited')}</p>}
        {count.sent > 0 && <p>{t('sent', { count: count.sent })}</p>}
        {count.waiting > 0 &&
          (hasMailServer ? (
            <p>{t('waiting', { count: count.waiting })}</p>
          ) : (
            <Note tone="warn">{t('waitingNoServer', { count: count.waiting })}</Note>
          ))}
        {count.failed > 0 && <Note tone="bad">{t('failed', { count: count.failed })}</Note>}
        {count.reason && (count.failed > 0 || hasMailServer) && (
          <p className="text-ink-3">{t('reason', { reason: count.reason })}</p>
        )}
      </div>
      {errors[''] && (
        <Note tone="bad" role="alert">
          {errors['']}
        </Note>
      )}
      {canInvite && (
        <Form {...formProps} action={`/meetings/${meetingId}/invitations`}>
          <Button type="submit" small icon={Mail} name="intent" value="invite" disabled={isBusy}>
            {t(count.lastAt ? 'inviteAgain' : 'invite')}
          </Button>
        </Form>
      )}
    </div>
  )
}
