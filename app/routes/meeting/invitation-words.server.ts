import { formatDate, formatLongDate, formatTime } from '#app/i18n/format'
import { locales } from '#app/i18n/locale'
import { translator } from '#app/i18n/translator'
import type { InvitationWords } from '#server/calendars/invitation-words'

/** What invitations say, in every language: each member gets theirs. */
export function invitationWords(): Record<(typeof locales)[number], InvitationWords> {
  const [nl, en] = locales.map(locale => {
    const t = translator(locale, 'calendars')
    return {
      language: locale,
      subject: (title: string, when: string) => t('mail.subject', { title, when }),
      subjectAgain: (title: string, when: string) => t('mail.subjectAgain', { title, when }),
      greeting: (group: string) => t('mail.greeting', { group }),
      again: t('mail.again'),
      when: t('mail.when'),
      where: t('mail.where'),
      agenda: t('mail.agenda'),
      noAgenda: t('mail.noAgenda'),
      open: t('mail.open'),
      answer: t('mail.answer'),
      moment: (at: Date) => `${formatLongDate(at, locale)}, ${formatTime(at, locale)}`,
      day: (at: Date) => formatDate(at, locale),
    }
  })
  return { nl: nl!, en: en! }
}
