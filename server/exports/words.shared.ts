import type { Slip, SlipKind } from '../baselines/slippage.shared'
import type { DependencyKind } from '../dependencies/dependency.shared'
import type { Horizon, HorizonRange, Level, MeasureKind, MeasureStatus, RequestState } from '../measures/measure.shared'
import type { MilestoneState } from '../measures/milestone.shared'
import type { Confidence } from '../measures/progress.shared'
import type { ResponsibilityRole, ResponsibilityState } from '../measures/responsibility.shared'
import type { ExportColumn, ExportTableName } from './columns.shared'

/** What an export says in the reader's language: this side of the house has no catalogues. */
export interface ExportWords {
  /** of the text, as a document names it: 'nl-BE' */
  language: string
  columns: Record<ExportColumn, string>
  sheets: Record<ExportTableName | 'about', string>
  levels: Record<Level, string>
  horizons: Record<Horizon, string>
  horizonRanges: Record<HorizonRange, string>
  kinds: Record<MeasureKind, string>
  statuses: Record<MeasureStatus, string>
  roles: Record<ResponsibilityRole, string>
  states: Record<ResponsibilityState, string>
  requestStates: Record<RequestState, string>
  milestoneStates: Record<MilestoneState, string>
  confidences: Record<Confidence, string>
  slipKinds: Record<SlipKind, string>
  /** read from left to right: "blocks" */
  relations: Record<DependencyKind, string>
  /** of measures under no axis */
  noAxis: string
  /** what a role is called in a cell of the map */
  roleLetters: Record<ResponsibilityRole, string>
  map: { noLead: string; leads: string; measures: string; proposed(letter: string): string }
  /** where measures come from, by code; what is not here is said as it stands */
  origins: Partial<Record<string, string>>
  certainties: Record<'seen' | 'inferred', string>
  yes: string
  about: {
    plan: string
    group: string
    madeOn: string
    madeBy: string
    filters: string
    noFilters: string
    counted: string
    source: string
    inferred: string
    inferredMeans: string
    demo: string
    demoMeans: string
    empty: string
    emptyMeans: string
  }
  document: DocumentWords
  slip: { what(slip: Slip): string; was(slip: Slip): string; now(slip: Slip): string; shift(slip: Slip): string }
  /** "16 mrt. 2026", "maart 2026", "2026" */
  date(date: Date | string): string
}

/** What the plan says as a document, besides what its tables say. */
export interface DocumentWords {
  contents: string
  page(number: number, of: number): string
  priority(position: number, title: string): string
  measure(number: number, title: string): string
  noLead: string
  noText: string
  notKnown: string
  facts: string
  responsibilities: string
  milestones: string
  progress: string
  percentage(percentage: number): string
  /** what slipped since a baseline */
  since(baseline: string): string
  inShort: string
  countedPerPriority: string
  totals: Record<'measures' | 'done' | 'noLead' | 'late' | 'endangered' | 'slipped' | 'all', string>
  baseline: string
  baselineOf(name: string, date: string): string
  period: string
  when: string
  aboutTitle: string
  approvedOn: string
  proposedOn: string
  taskDone: string
  taskOpen: string
}
