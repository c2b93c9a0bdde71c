import { filterValues, type MeasureFilters } from '#server/measures/measure-filters.shared'
import type { FilterField } from './use-filter-fields'

/** @returns each value that is filtered by, in words: "Stand: In uitvoering"; `words` is what a search is called */
export function describeFilters(filters: MeasureFilters, fields: FilterField[], words: string) {
  return filterValues(filters).map(([name, value]) => {
    const field = fields.find(field => field.name === name)
    const option = field?.options?.find(option => option.value === value)?.label ?? value
    const text = field && !field.options ? field.label : `${field?.label ?? words}: ${option}`
    return { name, value, text }
  })
}
