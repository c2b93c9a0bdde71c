import type { PlanExport } from './read-plan-export'
import type { ListAboutWords } from './register-words.shared'
import type { ExportWords } from './words.shared'
import type { AboutSheet } from './write-xlsx'

/** Who made an export when, of what. */
export interface ExportOccasion {
  groupName: string
  personName: string
  madeAt: Date
  /** what was filtered by, in words */
  filters: string[]
}

/** What a workbook says of itself: whose it is, of which day, what was left out, where it comes from. */
export function aboutSheet({ plan, measures }: PlanExport, occasion: ExportOccasion, words: ExportWords): AboutSheet {
  const { about } = words
  const sources = new Set([plan?.source, ...measures.map(measure => measure.source)].filter(source => source != null))
  return {
    name: words.sheets.about,
    rows: [
      [about.plan, plan?.title ?? ''],
      [about.group, occasion.groupName],
      [about.madeOn, words.date(occasion.madeAt)],
      [about.madeBy, occasion.personName],
      [about.filters, occasion.filters.join('\n') || about.noFilters],
      [about.counted, measures.length],
      [about.inferred, about.inferredMeans],
      [about.demo, about.demoMeans],
      [about.empty, about.emptyMeans],
      ...[...sources].map((source): [string, string] => [about.source, source]),
    ],
  }
}

/** What a workbook of a list says of itself. */
export function listAbout(
  counted: number,
  { groupName, personName, madeAt, filters }: ExportOccasion,
  { about, sheet, date }: { about: ListAboutWords; sheet: string; date(date: Date): string },
): AboutSheet {
  return {
    name: about.name,
    rows: [
      [about.title, sheet],
      [about.group, groupName],
      [about.madeOn, date(madeAt)],
      [about.madeBy, personName],
      [about.filters, filters.join('\n') || about.noFilters],
      [about.counted, counted],
      [about.demo, about.demoMeans],
    ],
  }
}
