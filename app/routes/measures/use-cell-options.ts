import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from '#app/routes/plan/use-plan'
import type { CellField, CellValue } from '#server/measures/cells.shared'
import { horizonRanges, levels, measureKinds, measureStatuses } from '#server/measures/measure.shared'

export interface CellOption {
  /** '' for none */
  value: string
  label: string
}

/** What can be chosen in the columns that have a list. */
export function useCellOptions() {
  const { t } = useTranslation(['measures', 'common'])
  const { plan } = usePlan()
  return useMemo(() => {
    const none = { value: '', label: t('create.none') }
    const options: Partial<Record<CellField, CellOption[]>> = {
      priority: plan.priorities.map(priority => ({
        value: priority.id,
        label: t('measure.priorityOption', { position: priority.position, title: priority.title }),
      })),
      axis: [none, ...plan.axes.map(({ id, name }) => ({ value: id, label: name }))],
      level: levels.map(value => ({ value, label: t(`common:levels.${value}`) })),
      horizon: [none, ...horizonRanges.map(value => ({ value, label: t(`horizonRanges.${value}`) }))],
      status: measureStatuses.map(value => ({ value, label: t(`common:measureStatuses.${value}`) })),
      kind: measureKinds.map(value => ({ value, label: t(`common:measureKinds.${value}`) })),
    }
    return {
      options,
      /** a value in words, as its cell says it */
      text: (field: CellField | 'lead', value: CellValue): string => {
        const list = field === 'lead' ? undefined : options[field]
        const known = list?.find(option => option.value === (value ?? ''))?.label
        return known ?? (value === null || value === '' ? t('create.none') : String(value))
      },
      /** what words stand for, as they are pasted; undefined: for nothing that can be chosen */
      value: (field: CellField, words: string): CellValue | undefined => {
        const text = words.trim()
        if (!options[field]) return field === 'number' && text === '' ? null : text
        const same = (one: string) => one.toLowerCase() === text.toLowerCase()
        const found = options[field]?.find(({ value, label }) => same(value) || same(label))
        return found && (found.value || null)
      },
    }
  }, [t, plan])
}

export type CellOptions = ReturnType<typeof useCellOptions>
