import { useLocation } from '@remix-run/react'
import { type MeasureFilter, measureFilters } from '#server/measures/measure-filters.shared'

/** The address of this view without some of its filters; all else in it is kept, but the page of a list. */
export function useFilterSearch() {
  const { search } = useLocation()
  const params = new URLSearchParams(search)
  params.delete('page')
  const others = [...params].filter(([name]) => !measureFilters.some(filter => filter === name))
  return {
    /** what the address says besides the filters */
    others,
    /** without any filter */
    cleared: new URLSearchParams(others).toString(),
    /** without one value of one filter */
    without: (name: MeasureFilter, value: string) =>
      new URLSearchParams([...params].filter(entry => entry[0] !== name || entry[1] !== value)).toString(),
  }
}
