import { type Horizon, horizons, type Level, levels, type MeasureStatus, measureStatuses } from './measure.shared'

/** What a list of measures shows; everything where a field is absent. */
export interface MeasureFilters {
  /** words, also parts of words */
  q?: string
  /** the number of the priority in the plan */
  priority?: number
  /** the number of the axis in the plan */
  axis?: number
  level?: Level
  /** measures whose range includes this horizon */
  horizon?: Horizon
  /** the code of the body that leads, or was asked to */
  lead?: string
  status?: MeasureStatus
  /** only measures that nobody has accepted to lead */
  noLead?: boolean
}

/** What an address says instead of a body's code for: nobody has accepted to lead. */
export const nobody = 'none'

/** Reads the filters from an address; what it does not know, it leaves out. */
export function readMeasureFilters(params: URLSearchParams): MeasureFilters {
  const text = (name: string) => params.get(name)?.trim().slice(0, 200) || undefined
  const position = (name: string) => {
    const value = Number(text(name))
    return Number.isInteger(value) && value > 0 && value < 10_000 ? value : undefined
  }
  const oneOf = <T extends string>(name: string, values: readonly T[]) => values.find(value => value === text(name))
  const filters: MeasureFilters = {
    q: text('q'),
    priority: position('priority'),
    axis: position('axis'),
    level: oneOf('level', levels),
    horizon: oneOf('horizon', horizons),
    lead: text('lead') === nobody ? undefined : text('lead'),
    status: oneOf('status', measureStatuses),
    noLead: text('lead') === nobody ? true : undefined,
  }
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
}

/** @returns the words that are searched for, each to be found somewhere */
export const searchWords = (q: string) => q.split(/\s+/).filter(Boolean).slice(0, 10)
