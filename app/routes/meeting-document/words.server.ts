import { formatDate, formatLongDate, formatTime, formatTimeRange } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { resources } from '#app/i18n/resources'
import { translator } from '#app/i18n/translator'
import type { MeetingWords } from '#server/exports/meeting-words.shared'

/** What the documents of a meeting say, in the reader's language. */
export function meetingWords(locale: Locale): MeetingWords {
  const { documents, meetings, decisions } = resources[locale]
  const t = translator(locale, 'documents')
  const { statuses, kinds, capacities, presences } = meetings
  const { results, ways } = decisions
  return {
    ...documents,
    statuses,
    itemKinds: kinds,
    capacities,
    presences,
    results,
    ways,
    page: (number, of) => t('page', { number, of }),
    minutesInAll: count => t('minutesInAll', { count }),
    version: number => t('version', { number }),
    decision: (number, title) => t('decision', { number, title }),
    round: (title, closedAt) => {
      const state = closedAt ? t('roundClosed', { date: formatDate(closedAt, locale) }) : t('roundOpen')
      return t('round', { title, state })
    },
    corrects: number => t('corrects', { number }),
    correctedBy: number => t('correctedBy', { number }),
    takenOn: position => t('takenOn', { position }),
    leftAt: time => t('leftAt', { time }),
    representedBy: body => t('representedBy', { body }),
    approvedBy: number => t('approvedBy', { number }),
    date: date => formatDate(date, locale),
    longDate: date => formatLongDate(date, locale),
    time: moment => formatTime(moment, locale),
    timeRange: (from, to) => formatTimeRange(from, to, locale),
  }
}
