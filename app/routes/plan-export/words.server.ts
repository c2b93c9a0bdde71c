import { slipWords } from '#app/components/slip-words'
import { formatDate } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { resources } from '#app/i18n/resources'
import { translator } from '#app/i18n/translator'
import type { ExportWords } from '#server/exports/words.shared'

/** What exports of the plan say, in the reader's language. */
export function exportWords(locale: Locale): ExportWords {
  const { exchange, common, measures, progress, baselines, dependencies, pictures } = resources[locale]
  const { language, columns, sheets, certainties, requestStates, milestoneStates, yes, about, document } = exchange
  const t = translator(locale, 'exchange')
  return {
    ...{ language, columns, sheets, certainties, requestStates, milestoneStates, yes, about },
    levels: common.levels,
    horizons: common.horizons,
    horizonRanges: measures.horizonRanges,
    origins: measures.origin.origins,
    kinds: common.measureKinds,
    statuses: common.measureStatuses,
    roles: common.responsibilityRoles,
    states: common.responsibilityStates,
    confidences: progress.confidences,
    slipKinds: baselines.kinds,
    relations: outward(dependencies.relations),
    noAxis: pictures.matrix.noAxis,
    roleLetters: pictures.map.letters,
    map: {
      noLead: pictures.map.noLead,
      leads: pictures.map.leads,
      measures: pictures.map.involved,
      proposed: letter => t('proposedLetter', { letter }),
    },
    slip: slipWords(translator(locale, ['baselines', 'measures', 'common']), locale),
    document: {
      ...document,
      page: (number, of) => t('document.page', { number, of }),
      priority: (position, title) => t('document.priority', { position, title }),
      measure: (number, title) => t('document.measure', { number, title }),
      percentage: percentage => t('document.percentage', { percentage }),
      since: baseline => t('document.since', { baseline }),
      baselineOf: (name, date) => t('document.baselineOf', { name, date }),
    },
    date: date => formatDate(date, locale),
  }
}

/** How each kind reads from the measure that it goes out from. */
const outward = <Kind extends string>(relations: Record<Kind, { out: string }>) =>
  Object.fromEntries(Object.entries<{ out: string }>(relations).map(([kind, { out }]) => [kind, out])) as Record<
    Kind,
    string
  >
