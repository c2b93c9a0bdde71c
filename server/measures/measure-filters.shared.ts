import { horizons, levels, measureStatuses } from './measure.shared'
import { confidencesOrNone } from './progress.shared'
import { responsibilityRoles } from './responsibility.shared'

/** What an address said for one filter; undefined where it makes no sense. */
type Reader<T> = (values: string[]) => T | undefined

const one =
  <T>(read: (value: string) => T | undefined): Reader<T> =>
  values =>
    read(values[0]?.trim().slice(0, 200) ?? '')

/** Any of these: a measure fits one of them. */
const some =
  <T>(read: (value: string) => T | undefined): Reader<T[]> =>
  values => {
    const known = values.slice(0, 100).map(value => read(value.trim().slice(0, 200)))
    const different = [...new Set(known)].filter(value => value !== undefined)
    return different.length > 0 ? different : undefined
  }

const text = (value: string) => value || undefined
const flag = (value: string) => (value === '1' ? true : undefined)
const oneOf =
  <T extends string>(list: readonly T[]) =>
  (value: string) =>
    list.find(one => one === value)
const position = (value: string) => {
  const number = Number(value)
  return Number.isInteger(number) && number > 0 && number < 10_000 ? number : undefined
}

/** How each filter is read, under its name in the address. What it asks of a measure is in `measure-conditions.ts`. */
const readers = {
  /** words, also parts of words */
  q: one(text),
  /** the number of the priority in the plan */
  priority: some(position),
  status: some(oneOf(measureStatuses)),
  /** the number of the axis in the plan; 'none' for measures that are under no axis */
  axis: some(value => (value === 'none' ? 'none' : position(value))),
  level: some(oneOf(levels)),
  /** measures whose range includes this horizon */
  horizon: some(oneOf(horizons)),
  /** the code of a body that has a part in it, or was asked to */
  body: some(text),
  /** the sector of such a body */
  sector: some(text),
  /** in this role, of the bodies, sectors or own body that are asked for; else of any body */
  role: some(oneOf(responsibilityRoles)),
  /** one of the reader's own bodies has a part in it, or was asked to */
  mine: one(flag),
  /** nobody has accepted to lead it */
  noLead: one(flag),
  /** the newest report says so; 'none': nobody reported on it */
  confidence: some(oneOf(confidencesOrNone)),
  /** nobody said for long how far it is */
  stale: one(flag),
  /** somebody with a part in it no longer acts for the body: it shows no person */
  noPerson: one(flag),
  /** one of its milestones is late */
  late: one(flag),
}

/** What views of the plan show; everything where a filter is absent. */
export type MeasureFilters = {
  [Name in keyof typeof readers]?: Exclude<ReturnType<(typeof readers)[Name]>, undefined>
}
export type MeasureFilter = keyof MeasureFilters

export const measureFilters = Object.keys(readers) as MeasureFilter[]

/** Reads the filters from an address; what it does not know, it leaves out. */
export function readMeasureFilters(params: URLSearchParams): MeasureFilters {
  const read = measureFilters.map(name => [name, readers[name](params.getAll(name))] as const)
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

/** @returns each value that is asked for, as an address says it */
export function filterValues(filters: MeasureFilters): [name: MeasureFilter, value: string][] {
  return measureFilters.flatMap(name =>
    [filters[name] ?? []].flat().map((value): [MeasureFilter, string] => [name, value === true ? '1' : String(value)]),
  )
}

/** @returns the words that are searched for, each to be found somewhere */
export const searchWords = (q: string) => q.split(/\s+/).filter(Boolean).slice(0, 10)
