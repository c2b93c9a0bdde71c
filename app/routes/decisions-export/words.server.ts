import { formatDate, toDay } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { resources } from '#app/i18n/resources'
import { translator } from '#app/i18n/translator'
import type { RegisterWords } from '#server/exports/register-words.shared'

/** What the register and the actions say as tables, in the reader's language. */
export function registerWords(locale: Locale): RegisterWords {
  const { registers, decisions, actions, common } = resources[locale]
  const { columns, sheets, about, yes } = registers
  const t = translator(locale, ['decisions', 'actions'])
  return {
    ...{ columns, sheets, about, yes },
    results: decisions.results,
    ways: decisions.ways,
    kinds: { ...actions.effects.kinds, action: registers.action },
    effectStates: actions.effects.states,
    actionStates: actions.states,
    statuses: common.measureStatuses,
    dates: { startsOn: actions.form.startsOn, endsOn: actions.form.endsOn },
    version: number => t('versionLower', { number }),
    milestone: label => t('actions:form.milestone', { label }),
    date: date => formatDate(date, locale),
    day: toDay,
  }
}
