import { z } from 'zod'

/** The largest file, in bytes; what is in it, unpacked, in bytes; and how much of that is read. */
export const IMPORT_FILE_LIMIT = 4 * 1024 * 1024
export const IMPORT_UNPACKED_LIMIT = 40 * 1024 * 1024
export const IMPORT_ROW_LIMIT = 5000
export const IMPORT_COLUMN_LIMIT = 100

/** What a column of a file can go into. */
export const importFields = [
  'number',
  'title',
  'priority',
  'otherPriorities',
  'axis',
  'level',
  'horizon',
  'kind',
  'status',
  'lead',
  'startsOn',
  'endsOn',
  'summary',
  'targetGroups',
  'basicFunctions',
  'parent',
  'askedBody',
  'askedName',
  'askedOn',
  'answer',
  'answeredOn',
  'reviewedOn',
  'reviewDueOn',
  'text',
  'origin',
  'source',
  'certainty',
  'inferred',
  'demo',
  'id',
] as const
export type ImportField = (typeof importFields)[number]

/** For what the plan does not know: make it, leave its rows out, or take it for one that is there (its id). */
export type Choice = 'create' | 'skip' | (string & {})

export interface ImportChoices {
  /** by the name in the file */
  priority: Record<string, Choice>
  axis: Record<string, Choice>
  lead: Record<string, Choice>
  body: Record<string, Choice>
  /** for rows that name none */
  defaultPriority: string | null
  defaultLevel: string | null
  /** an empty cell empties the field */
  clears: boolean
}

export const noChoices: ImportChoices = {
  priority: {},
  axis: {},
  lead: {},
  body: {},
  defaultPriority: null,
  defaultLevel: null,
  clears: false,
}

const named = z.record(z.string(), z.string().max(100)).default({})
export const importChoices = z.object({
  priority: named,
  axis: named,
  lead: named,
  body: named,
  defaultPriority: z.string().nullable().default(null),
  defaultLevel: z.string().nullable().default(null),
  clears: z.boolean().default(false),
})

/** What is wrong with a cell: the column as the file calls it, and the reason of the refusal. */
export interface CellError {
  column: string
  value: string
  reason: string
}

/** What would become of a row. */
export interface RowOutcome {
  /** as a spreadsheet counts: the head is 1 */
  row: number
  title: string
  state: 'new' | 'changed' | 'unchanged' | 'error' | 'skipped'
  measureId: string | null
  changes: { field: ImportField; before: string; after: string }[]
  errors: CellError[]
}

/** What the file names and the plan does not know. */
export interface UnknownName {
  field: 'priority' | 'axis' | 'lead' | 'body'
  name: string
  rows: number
  choice: Choice
}

/** As names are compared: without case, accents, and spaces too many. */
export const normalName = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
