import { Link, useFetcher } from '@remix-run/react'
import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { TextInput } from '#app/components/text-input'
import type { FormReply } from '#app/form-reply'
import { useFormat } from '#app/i18n/use-format'
import type { AgendaVersion } from '#server/meetings/agenda-version.shared'

/** The agenda as it was sent, each time; for who may, the way to send it again. */
export function SentAgendas({
  meetingId,
  sent,
  canSend,
}: {
  meetingId: string
  sent: AgendaVersion[]
  canSend: boolean
}) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const fetcher = useFetcher<FormReply>()
  const error = fetcher.data && Object.values(fetcher.data.errors)[0]
  if (sent.length === 0 && !canSend) return null
  return (
    <section>
      <h2>
        {t('sentAgendas')} {sent.length > 0 && <span className="count">{sent.length}</span>}
      </h2>
      {sent.length === 0 && <p>{t('notSent')}</p>}
      <ul className="sent-agendas">
        {sent.map(({ number, sentAt, sentBy, note }) => (
          <li key={number}>
            <Link to={`/meetings/${meetingId}/agendas/${number}`}>{t('agendaVersion', { number })}</Link>{' '}
            <span>{t('sentOn', { date: format.date(sentAt), time: format.time(sentAt), body: sentBy })}</span>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ul>
      {canSend && (
        <details className="send-agenda">
          <summary className="button small">{t(sent.length > 0 ? 'sendAgain' : 'sendAgenda')}</summary>
          <fetcher.Form method="post">
            {error && (
              <Note tone="bad" role="alert">
                {error}
              </Note>
            )}
            <p className="text-ink-3">{t(sent.length > 0 ? 'sendAgainHint' : 'sendHint')}</p>
            <TextInput name="note" optional label={t('fields.note')} hint={t('fields.noteHint')} />
            <Button type="submit" small icon={Send} name="what" value="send-agenda" disabled={fetcher.state !== 'idle'}>
              {t('sendToMembers')}
            </Button>
          </fetcher.Form>
        </details>
      )}
    </section>
  )
}
