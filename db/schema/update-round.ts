import type { Generated } from 'kysely'
import type { MeasureStatus } from './vocabulary'

/** Owners are asked for a progress report by a day. Once closed it stands. */
export interface UpdateRoundTable {
  id: Generated<string>
  planId: string
  title: string
  question: Generated<string>
  /** which measures it is about, as the address of the plan says it; empty: all */
  filter: Generated<string>
  dueOn: string
  openedBy: string
  openedAt: Generated<Date>
  closedBy: string | null
  closedAt: Date | null
  conclusion: Generated<string>
  /** what had slipped when it closed is against this one; null: there was none then */
  baselineId: string | null
  isDemo: Generated<boolean>
}

export interface UpdateRoundMeasureTable {
  roundId: string
  measureId: string
}

export interface UpdateReminderTable {
  id: Generated<string>
  roundId: string
  bodyId: string
  mandateId: string
  remindedAt: Generated<Date>
}

/** How a measure stood when the round closed. */
export interface UpdateRoundResultTable {
  roundId: string
  measureId: string
  status: MeasureStatus
  /** the report that counted then, from the round or before it; null: there was none */
  reportId: string | null
}

/** Who carried a measure when the round closed. */
export interface UpdateRoundOwnerTable {
  roundId: string
  measureId: string
  bodyId: string
  role: 'lead' | 'co-lead'
}

/** What of a measure was otherwise than the baseline had it when the round closed. */
export interface UpdateRoundSlippageTable {
  roundId: string
  measureId: string
  /** as `slippage.shared.ts` has them */
  slips: unknown
}
