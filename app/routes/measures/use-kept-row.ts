import { useMemo, useRef } from 'react'
import type { RowGroup } from './use-groups'

/**
 * The row that somebody is in stays as long as they are, also when a change of somebody else takes it out of the table:
 * what they typed is not lost.
 */
export function useKeptRow(groups: RowGroup[], measureId: string | undefined): RowGroup[] {
  const kept = useRef<RowGroup>()
  return useMemo(() => {
    const own = groups.find(group => group.rows.some(row => row.id === measureId))
    if (!measureId || own) {
      kept.current = own && { ...own, rows: own.rows.filter(row => row.id === measureId) }
      return groups
    }
    const group = kept.current
    if (!group) return groups
    return groups.some(({ key }) => key === group.key)
      ? groups.map(one => (one.key === group.key ? { ...one, rows: [...group.rows, ...one.rows] } : one))
      : [group, ...groups]
  }, [groups, measureId])
}
