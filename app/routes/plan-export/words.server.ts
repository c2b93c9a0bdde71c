import { formatDate } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { resources } from '#app/i18n/resources'
import { translator } from '#app/i18n/translator'
import type { ExportWords } from '#server/exports/words.shared'

/** What exports of the plan say, in the reader's language. */
export function exportWords(locale: Locale): ExportWords {
  const { exchange, common, measures } = resources[locale]
  const { language, columns, sheets, certainties, requestStates, milestoneStates, yes, about, document } = exchange
  const t = translator(locale, 'exchange')
  return {
    ...{ language, columns, sheets, certainties, requestStates, milestoneStates, yes, about },
    levels: common.levels,
    horizons: common.horizons,
    horizonRanges: measures.horizonRanges,
    kinds: common.measureKinds,
    statuses: common.measureStatuses,
    roles: common.responsibilityRoles,
    states: common.responsibilityStates,
    document: {
      ...document,
      page: (number, of) => t('document.page', { number, of }),
      priority: (position, title) => t('document.priority', { position, title }),
      measure: (number, title) => t('document.measure', { number, title }),
    },
    date: date => formatDate(date, locale),
  }
}
