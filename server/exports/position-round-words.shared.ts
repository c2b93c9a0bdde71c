import type { ConditionState } from '../positions/condition.shared'
import type { SilenceMeaning, Standing } from '../positions/position.shared'

/** What a round of positions says as a file, in the reader's language: this side of the house has no catalogues. */
export interface PositionRoundWords {
  language: string
  title: string
  contents: string
  page(number: number, of: number): string
  standings: Record<Standing, string>
  stale: string
  states: Record<ConditionState, string>
  silence: Record<SilenceMeaning, string>
  facts: {
    question: string
    opened: string
    closes: string
    closed: string
    silence: string
    answered: string
    made: string
  }
  summary(answered: number, of: number): string
  headings: { overview: string; positions: string; conditions: string; text(version: number): string; textNow: string }
  columns: {
    measure: string
    sector: string
    asked: string
    answered: string
    code: string
    body: string
    standing: string
    atClose: string
    version: string
    holds: string
    reason: string
    conditions: string
    until: string
    when: string
    by: string
    state: string
  }
  yes: string
  no: string
  moved: string
  noText: string
  demo: string
  taskDone: string
  taskOpen: string
  table: string
  date(date: Date | string): string
  moment(date: Date): string
  sector(sector: { nameNl: string; nameEn: string }): string
}
