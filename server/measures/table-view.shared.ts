/** What the table of the plan can show, in the order in which it does. */
export const tableColumns = [
  'title',
  'number',
  'priority',
  'axis',
  'level',
  'horizon',
  'lead',
  'status',
  'kind',
  'changed',
] as const
/** What its rows can be put together by. */
export const groupings = ['priority', 'axis', 'level', 'lead', 'status', 'sector', 'none'] as const
/** How many rows a page of it holds. */
export const ROWS_ON_PAGE = 100

export type TableColumn = (typeof tableColumns)[number]
export type Grouping = (typeof groupings)[number]

/** How somebody wants to see the table. */
export interface TableView {
  /** the title is always one of them */
  columns: TableColumn[]
  sort: { by: TableColumn; descending: boolean } | null
  group: Grouping
  /** from 1 */
  page: number
}

const usual: TableColumn[] = ['title', 'number', 'axis', 'level', 'horizon', 'lead', 'status']

/** Reads the view from an address (`group=axis&sort=-title&columns=level&columns=lead&page=2`); what it does not know, it leaves out. */
export function readTableView(params: URLSearchParams): TableView {
  const asked = params.getAll('columns')
  const chosen = tableColumns.filter(column => column === 'title' || asked.includes(column))
  const sort = params.get('sort') ?? ''
  const by = tableColumns.find(column => column === sort.replace(/^-/, ''))
  const page = Number(params.get('page'))
  return {
    columns: chosen.length > 1 ? chosen : usual,
    sort: by ? { by, descending: sort.startsWith('-') } : null,
    group: groupings.find(group => group === params.get('group')) ?? 'priority',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}
