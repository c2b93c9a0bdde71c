import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '#app/routes/plan/use-plan'
import type { Level, MeasureStatus } from '#server/measures/measure.shared'
import type { MeasurePage } from '#server/measures/measure-list.shared'
import { type Grouping, ROWS_ON_PAGE, type TableView } from '#server/measures/table-view.shared'

export type TableRow = MeasurePage['rows'][number]

export interface RowGroup {
  key: string
  /** empty: there are no groups */
  label: string
  /** on all pages together */
  count: number
  /** it began on an earlier page */
  isContinued: boolean
  rows: TableRow[]
}

/** The rows of a page in their groups. Where nothing is filtered, priorities without measures show as well. */
export function useGroups({ rows, view, groups, page, pages }: MeasurePage & { view: TableView }): RowGroup[] {
  const { plan, filters } = usePlan()
  const labelOf = useGroupLabel(view.group)
  return useMemo(() => {
    const hasEmpty = view.group === 'priority' && pages === 1 && Object.keys(filters).length === 0
    const all = hasEmpty
      ? plan.priorities.map(({ id }) => groups.find(({ key }) => key === id) ?? { key: id, count: 0 })
      : groups
    const first = (page - 1) * ROWS_ON_PAGE
    let before = 0
    return all.flatMap(({ key, count }) => {
      const start = before
      before += count
      const own = rows.filter(row => row.groupKey === key)
      if (own.length === 0 && !hasEmpty) return []
      return [{ key: key ?? '', label: labelOf(key), count, isContinued: start < first, rows: own }]
    })
  }, [rows, view.group, groups, page, pages, plan, filters, labelOf])
}

function useGroupLabel(group: Grouping) {
  const { t, i18n } = useTranslation(['measures', 'common'])
  const { plan, bodies } = usePlan()
  return useMemo(() => {
    const nameOf: Record<Grouping, (key: string) => string | undefined> = {
      none: () => '',
      priority: key => {
        const priority = plan.priorities.find(({ id }) => id === key)
        return priority && t('measure.priorityOption', priority)
      },
      axis: key => plan.axes.find(({ id }) => id === key)?.name,
      level: key => t(`common:levels.${key as Level}`),
      status: key => t(`common:measureStatuses.${key as MeasureStatus}`),
      lead: key => `${key} · ${bodies.find(({ code }) => code === key)?.name ?? ''}`,
      sector: key => {
        const body = bodies.find(({ sectorId }) => sectorId === key)
        return i18n.language === 'en' ? body?.nameEn : body?.nameNl
      },
    }
    return (key: string | null) => {
      if (group === 'none') return ''
      if (key === null) return group === 'axis' ? t('table.withoutAxis') : t('table.withoutLead')
      return nameOf[group](key) ?? key
    }
  }, [group, plan, bodies, t, i18n.language])
}
