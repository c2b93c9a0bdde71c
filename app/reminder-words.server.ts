import { formatDate } from '#app/i18n/format'
import { locales } from '#app/i18n/locale'
import { translator } from '#app/i18n/translator'
import type { ReminderWords, WordsOfReminders } from '#server/notifications/reminder-words'

/** What reminders say, in every language: each member gets theirs. They are sent by themselves, so the server asks for these words. */
export function reminderWords(): WordsOfReminders {
  const [nl, en] = locales.map((locale): ReminderWords => {
    const t = translator(locale, 'reminders')
    return {
      language: locale,
      subject: count => t('subject', { count }),
      greeting: (name, group) => t('greeting', { name, group }),
      actions: t('actions'),
      effects: t('effects'),
      due: (day, isOverdue) => (day ? t(isOverdue ? 'overdue' : 'due', { day: formatDate(day, locale) }) : t('noDay')),
      openActions: t('openActions'),
      openEffects: t('openEffects'),
      elsewhere: t('elsewhere'),
      why: t('why'),
    }
  })
  return { nl: nl!, en: en! }
}
