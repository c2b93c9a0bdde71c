import { z } from 'zod'
import { type MeasureChange, measureChange } from './measure.shared'

/** What a table can change in place. */
export const cellFields = ['title', 'number', 'kind', 'level', 'status', 'axis', 'priority', 'horizon'] as const
export type CellField = (typeof cellFields)[number]

const record = z.guid({ error: 'choose-one' })

const cellChange = measureChange
  .refine(({ field }) => cellFields.some(known => known === field), 'choose-one')
  .transform(change => change as Extract<MeasureChange, { field: CellField }>)

/** Fields of many measures at once: of each what it was when the change began, and what it must become. */
export const changeCellsInput = z.object({
  cells: z
    .array(z.object({ measureId: record }).and(cellChange))
    .min(1)
    .max(2000, 'too-large'),
})
export type ChangeCellsInput = z.infer<typeof changeCellsInput>
export type CellChange = ChangeCellsInput['cells'][number]
export type CellValue = CellChange['value']

export const proposeLeadsInput = z.object({
  measureIds: z.array(record).min(1).max(1000, 'too-large'),
  bodyId: record,
})
export type ProposeLeadsInput = z.infer<typeof proposeLeadsInput>

/** A cell that could not be changed, and why. */
export interface RefusedCell {
  measureId: string
  field: CellField | 'lead'
  /** the title of the measure; null: it is not there */
  title: string | null
  reason: 'changed-meanwhile' | 'number-taken' | 'unknown-choice' | 'not-found' | 'lead-taken' | 'already-asked'
  /** what somebody wanted to put there */
  mine: CellValue
  /** what stands there now */
  current: CellValue
}

/** What became of a change of many cells. */
export interface CellsOutcome {
  /** which cells are now what was asked, with what they were before */
  changed: { measureId: string; field: CellField | 'lead'; before: CellValue; value: CellValue }[]
  refused: RefusedCell[]
}
