import { createI18n } from '#app/i18n/create-i18n'
import { formatTime, toDay } from '#app/i18n/format'
import type { Locale } from '#app/i18n/locale'
import { translator } from '#app/i18n/translator'
import type { ExportCell, ExportTable } from '#server/exports/export-table'
import type { AboutSheet } from '#server/exports/write-xlsx'
import type { HistoryLine, HistoryNames } from '#server/measures/history.shared'
import { wordsOfHistory } from './history-words'

/** What was done as a table: a row for each field that changed, or one where nothing but the deed itself was recorded. */
export function historyTable(
  locale: Locale,
  { lines, names, titles }: { lines: HistoryLine[]; names: HistoryNames; titles: Map<string, string> },
): ExportTable {
  const t = translator(locale, ['history', 'common'])
  const { sentence, changes } = wordsOfHistory(names, createI18n(locale))
  const column = (name: keyof typeof widths) => ({
    label: t(`history:table.${name}`),
    kind: name === 'day' ? ('date' as const) : ('text' as const),
    width: widths[name],
  })
  return {
    name: t('title'),
    columns: (Object.keys(widths) as (keyof typeof widths)[]).map(column),
    rows: lines.flatMap(line => {
      const about = line.subject.type === 'measure' && line.subject.id === line.measureId ? null : line.subject.title
      const deed: ExportCell[] = [
        titles.get(line.measureId) ?? null,
        toDay(line.at),
        formatTime(line.at, locale),
        line.personName ?? t('import'),
        line.bodyCode,
        line.role && t(`common:roles.${line.role}`),
        [sentence(line), line.times > 1 && t('count', { count: line.times })].filter(Boolean).join(' · '),
        about,
      ]
      const changed = changes(line)
      if (changed.length === 0) return [[...deed, null, null, null]]
      return changed.map(({ label, was, became }): ExportCell[] => [...deed, label, was || null, became || null])
    }),
  }
}

const widths = {
  measure: 48,
  day: 12,
  time: 8,
  who: 24,
  body: 12,
  role: 18,
  did: 50,
  about: 30,
  field: 20,
  was: 40,
  became: 40,
}

/** What the workbook says of itself. */
export function aboutHistory(
  locale: Locale,
  {
    of,
    period,
    groupName,
    madeBy,
    count,
  }: Record<'of' | 'period' | 'groupName' | 'madeBy', string> & { count: number },
): AboutSheet {
  const t = translator(locale, ['history', 'exchange'])
  return {
    name: t('exchange:sheets.about'),
    rows: [
      [t('history:title'), of],
      [t('exchange:about.group'), groupName],
      [t('exchange:about.filters'), period || t('history:filter.all')],
      [t('exchange:about.madeOn'), toDay(new Date())],
      [t('exchange:about.madeBy'), madeBy],
      [t('history:table.lines'), count],
    ],
  }
}
