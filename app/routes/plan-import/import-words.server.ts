import { type Locale, locales } from '#app/i18n/locale'
import { resources } from '#app/i18n/resources'
import { translator } from '#app/i18n/translator'
import { exportWords } from '#app/routes/plan-export/words.server'
import {
  dependencyColumns,
  type ExportColumn,
  milestoneColumns,
  responsibilityColumns,
  structureColumns,
} from '#server/exports/columns.shared'
import type { ExportWords } from '#server/exports/words.shared'
import { type ImportField, importFields, normalName } from '#server/imports/import.shared'
import type { ImportVocabulary } from '#server/imports/import-vocabulary.shared'

/** The words of an export in every language, the reader's first: a file may have been made in either. */
export const wordsOfAll = (locale: Locale) =>
  [locale, ...locales.filter(other => other !== locale)].map(language => exportWords(language))

/** What a file may call things, in every language that is spoken here. */
export function importVocabulary(): ImportVocabulary {
  const words = locales.map(locale => exportWords(locale))
  const lookUp = <Code extends string>(read: (words: ExportWords) => Partial<Record<Code, string>>) =>
    Object.fromEntries(
      words.flatMap(one =>
        Object.entries(read(one)).flatMap(([code, word]) => [
          [normalName(String(word)), code],
          [code, code],
        ]),
      ),
    ) as Record<string, Code>
  const columnsOf = <Column extends ExportColumn>(columns: readonly Column[]) =>
    lookUp(one => Object.fromEntries(columns.map(column => [column, one.columns[column]])) as Record<Column, string>)
  const columns = locales.flatMap(locale => {
    const { exchange, measures } = resources[locale]
    const inTable: Partial<Record<ImportField, string>> = measures.columns
    return importFields.flatMap(field =>
      [exchange.columns[field], inTable[field], field].flatMap(name => (name ? [[normalName(name), field]] : [])),
    )
  })
  return {
    columns: Object.fromEntries([...otherNames, ...columns]),
    level: lookUp(one => one.levels),
    kind: lookUp(one => one.kinds),
    status: lookUp(one => one.statuses),
    horizon: lookUp(one => one.horizonRanges),
    certainty: lookUp(one => one.certainties),
    origin: lookUp(one => one.origins),
    sheets: lookUp(one => one.sheets),
    tables: {
      structure: columnsOf(structureColumns),
      responsibilities: columnsOf(responsibilityColumns),
      milestones: columnsOf(milestoneColumns),
      dependencies: columnsOf(dependencyColumns),
    },
    part: lookUp(one => ({ priority: one.columns.priority, axis: one.columns.axis })),
    role: lookUp(one => one.roles),
    state: lookUp(one => one.states),
    relation: lookUp(one => one.relations),
    yes: words.map(one => normalName(one.yes)),
  }
}

/** What people call columns besides. */
const otherNames: [string, ImportField][] = [
  ['nummer', 'number'],
  ['nr', 'number'],
  ['actie', 'title'],
  ['naam', 'title'],
  ['name', 'title'],
  ['omschrijving', 'summary'],
  ['beschrijving', 'summary'],
  ['description', 'summary'],
  ['bestuursniveau', 'level'],
  ['termijn', 'horizon'],
  ['timing', 'horizon'],
  ['type', 'kind'],
  ['domein', 'axis'],
  ['verantwoordelijke', 'lead'],
  ['startdatum', 'startsOn'],
  ['einddatum', 'endsOn'],
]

/** What a measure says of the row that it came from. */
export const sourceOf = (locale: Locale) => (file: string, row: number) =>
  translator(locale, 'exchange')('import.source', { file, row })
