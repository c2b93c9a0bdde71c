import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { horizons, levels, measureStatuses } from '#server/measures/measure.shared'
import type { MeasureFilter } from '#server/measures/measure-filters.shared'
import type { BodyOfPlan } from '#server/measures/measure-list.shared'
import { confidencesOrNone, STALE_AFTER_MONTHS } from '#server/measures/progress.shared'
import { responsibilityRoles } from '#server/measures/responsibility.shared'
import type { Plan } from '#server/plans/plan.shared'

export interface FilterField {
  name: Exclude<MeasureFilter, 'q'>
  label: string
  /** what can be chosen; absent: it is only on or off */
  options?: { value: string; label: string }[]
  /** always in sight; the others wait behind one button */
  isMain?: boolean
}

interface Choices {
  plan: Plan
  bodies: BodyOfPlan[]
}

/** What the views of the plan can be filtered by, in the order in which it is offered. */
export function useFilterFields(choices: Choices): FilterField[] {
  const { t, i18n } = useTranslation(['plan', 'measures', 'progress', 'common'])
  return filterFields(t, i18n.language, choices)
}

/** The same where there is no component. */
export function filterFields(
  t: TFunction<['plan', 'measures', 'progress', 'common']>,
  language: string,
  { plan, bodies }: Choices,
): FilterField[] {
  const sectors = [...new Map(bodies.map(body => [body.sectorId, body])).values()]
    .sort((a, b) => a.position - b.position)
    .map(({ sectorId, nameNl, nameEn }) => ({ value: sectorId, label: language === 'en' ? nameEn : nameNl }))
  const fields: FilterField[] = [
    {
      name: 'priority',
      label: t('measures:columns.priority'),
      options: plan.priorities.map(({ position, title }) => ({
        value: String(position),
        label: t('measures:measure.priorityOption', { position, title }),
      })),
      isMain: true,
    },
    {
      name: 'status',
      label: t('measures:columns.status'),
      options: measureStatuses.map(value => ({ value, label: t(`common:measureStatuses.${value}`) })),
      isMain: true,
    },
    {
      name: 'body',
      label: t('filter.body'),
      options: bodies.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
      isMain: true,
    },
    { name: 'mine', label: t('filter.mine'), isMain: true },
    { name: 'noLead', label: t('filter.noLead') },
    { name: 'late', label: t('filter.late') },
    {
      name: 'axis',
      label: t('measures:columns.axis'),
      options: plan.axes.length > 0 ? axisOptions(plan, t('filter.noAxis')) : [],
    },
    {
      name: 'level',
      label: t('measures:columns.level'),
      options: levels.map(value => ({ value, label: t(`common:levels.${value}`) })),
    },
    {
      name: 'horizon',
      label: t('measures:columns.horizon'),
      options: horizons.map(value => ({ value, label: t(`common:horizons.${value}`) })),
    },
    {
      name: 'confidence',
      label: t('filter.confidence'),
      options: confidencesOrNone.map(value => ({ value, label: t(`progress:confidences.${value}`) })),
    },
    { name: 'stale', label: t('filter.stale', { months: STALE_AFTER_MONTHS }) },
    { name: 'noPerson', label: t('filter.noPerson') },
    {
      name: 'role',
      label: t('filter.role'),
      options: responsibilityRoles.map(value => ({ value, label: t(`common:responsibilityRoles.${value}`) })),
    },
    { name: 'sector', label: t('filter.sector'), options: sectors },
  ]
  return fields.filter(({ options }) => !options || options.length > 0)
}

const axisOptions = ({ axes }: Plan, none: string) => [
  ...axes.map(({ position, name }) => ({ value: String(position), label: name })),
  { value: 'none', label: none },
]
