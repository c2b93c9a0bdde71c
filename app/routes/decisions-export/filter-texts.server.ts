import { formatDate } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { translator } from '#app/i18n/translator'
import type { DecisionFilters } from '#server/decisions/decision.shared'

interface Named {
  sector: string | undefined
  meeting: string | undefined
  measure: string | undefined
}

/** @returns what the register is filtered by, in words; records that the reader does not know keep their id */
export function filterTexts(locale: Locale, filters: DecisionFilters, named: Named): string[] {
  const t = translator(locale, ['decisions', 'registers'])
  const { q, result, year, applied, measure, meeting, sector, from, until } = filters
  const said: [label: string, value: string | undefined][] = [
    [t('registers:filters.words'), q],
    [t('filters.result'), result && t(`results.${result}`)],
    [t('filters.year'), year?.toString()],
    [t('filters.applied'), applied && t(`followUp.${applied}`)],
    [t('filters.measure'), measure && (named.measure ?? measure)],
    [t('filters.meeting'), meeting && (named.meeting ?? meeting)],
    [t('filters.sector'), sector && (named.sector ?? sector)],
    [t('filters.from'), from && formatDate(from, locale)],
    [t('filters.until'), until && formatDate(until, locale)],
  ]
  return said.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`)
}
