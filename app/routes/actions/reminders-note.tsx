import { Mail } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import type { MailCount } from '#server/mail/mail.shared'

/** Who is reminded of what, and whether that goes out. */
export function RemindersNote({ count, hasMailServer }: { count: MailCount; hasMailServer: boolean }) {
  const { t } = useTranslation('reminders')
  return (
    <section className="reminders" aria-label={t('title')}>
      <p>
        <Icon of={Mail} size="small" /> <span>{t('how')}</span>{' '}
        {count.sent > 0 && <span>{t('sent', { count: count.sent })}</span>}{' '}
        {count.waiting > 0 && hasMailServer && <span>{t('waiting', { count: count.waiting })}</span>}
      </p>
      {count.waiting > 0 && !hasMailServer && <Note tone="warn">{t('waitingNoServer', { count: count.waiting })}</Note>}
      {count.failed > 0 && (
        <Note tone="bad">
          {t('failed', { count: count.failed })} {count.reason && t('reason', { reason: count.reason })}
        </Note>
      )}
    </section>
  )
}
