import { z } from 'zod'
import { type MeasureStatus, measureStatuses } from './measure.shared'
import type { LeadInList } from './measure-list.shared'

/** A measure as a card. */
export interface BoardCard {
  id: string
  number: number | null
  title: string
  status: MeasureStatus
  isLate: boolean
  /** how many discussions of it are open */
  openThreads: number
  lead: Pick<LeadInList, 'code' | 'name' | 'colour' | 'isAccepted'> | null
}

export interface BoardColumn {
  status: MeasureStatus
  /** of all measures that the filters let through, also those without a card here */
  count: number
  /** the first in the plan's order */
  cards: BoardCard[]
}

/** More cards in a column than anybody reads; the table has the rest. */
export const CARDS_IN_COLUMN = 30

const status = z.enum(measureStatuses, { error: 'choose-one' })

/** A card from one column to another. */
export const moveCardInput = z.object({ measureId: z.guid({ error: 'choose-one' }), before: status, status })
