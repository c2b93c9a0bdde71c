import { useLocation } from '@remix-run/react'
import { type MeasureFilter, measureFilters } from '#server/measures/measure-filters.shared'

/**
 * The address of the table with the filters of this view, and with some of them set: what a part of a picture counts, the
 * table then lists.
 */
export function useTableLink() {
  const { search } = useLocation()
  return (asked: Partial<Record<MeasureFilter, string>> = {}) => {
    const params = new URLSearchParams(
      [...new URLSearchParams(search)].filter(
        ([name]) => measureFilters.some(filter => filter === name) && !(name in asked),
      ),
    )
    for (const [name, value] of Object.entries(asked)) params.append(name, value)
    return `/measures${params.size > 0 ? `?${params}` : ''}`
  }
}
