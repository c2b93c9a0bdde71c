import type { MeasureStatus } from '../measures/measure.shared'
import type { Confidence } from '../measures/progress.shared'
import type { ExportWords } from './words.shared'

/** What the report of a round says as a file, in the reader's language. */
export interface StatusReportWords extends Pick<ExportWords, 'language' | 'slip' | 'date'> {
  title(round: string): string
  page(number: number, of: number): string
  contents: string
  statuses: Record<MeasureStatus, string>
  confidences: Record<Confidence | 'none', string>
  facts: { plan: string; state: string; asked: string; dueOn: string; answered: string }
  /** whether it is closed, or how it stands today */
  state(closedAt: Date | null): string
  answeredOf(answered: number, count: number): string
  headings: Record<
    'conclusion' | 'summary' | 'confidence' | 'needsSupport' | 'unanswered' | 'withoutOwner' | 'all',
    string
  >
  changes(round: string, date: string): string
  slippage(baseline: string, date: string): string
  none: Record<'needsSupport' | 'changes' | 'slippage' | 'unanswered' | 'reported', string>
  averageRule: string
  columns: Record<
    | 'priority'
    | 'measures'
    | 'answered'
    | 'average'
    | 'notReported'
    | 'total'
    | 'number'
    | 'measure'
    | 'owners'
    | 'status'
    | 'percentage'
    | 'confidence'
    | 'achieved'
    | 'hindrance'
    | 'upcoming'
    | 'by'
    | 'before'
    | 'now'
    | 'slipped'
    | 'was'
    | 'shift'
    | 'body'
    | 'owes'
    | 'reminded'
    | 'answer',
    string
  >
  percentage(percentage: number): string
  yes: string
  demo: string
  sheets: { about: string; measures: string; bodies: string; slippage: string }
}
