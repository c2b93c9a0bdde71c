import type { TFunction } from 'i18next'
import type { ResponsibilityHistory } from '#server/measures/responsibility.shared'

/** From when until when a body carried something, in words. `date` says a day in the reader's language. */
export function carriedDays(
  { carriedFrom, carriedUntil }: ResponsibilityHistory,
  t: TFunction<readonly ['progress', ...'common'[]]>,
  date: (day: Date) => string,
): string {
  if (!carriedFrom) {
    return carriedUntil
      ? t('responsibility.periodFromPlan', { until: date(carriedUntil) })
      : t('responsibility.sincePlan')
  }
  const from = date(carriedFrom)
  return carriedUntil
    ? t('responsibility.period', { from, until: date(carriedUntil) })
    : t('responsibility.since', { from })
}
