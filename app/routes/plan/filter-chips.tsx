import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { filterValues, type MeasureFilters } from '#server/measures/measure-filters.shared'
import type { BodyOfPlan } from '#server/measures/measure-list.shared'
import type { Plan } from '#server/plans/plan.shared'
import { useFilterFields } from './use-filter-fields'
import { useFilterSearch } from './use-filter-search'

/** What is asked for, each to be taken away on its own. */
export function FilterChips({ filters, plan, bodies }: { filters: MeasureFilters; plan: Plan; bodies: BodyOfPlan[] }) {
  const { t } = useTranslation('plan')
  const fields = useFilterFields({ plan, bodies })
  const { cleared, without } = useFilterSearch()
  const chosen = filterValues(filters).map(([name, value]) => {
    const field = fields.find(field => field.name === name)
    const option = field?.options?.find(option => option.value === value)?.label ?? value
    const text = field && !field.options ? field.label : `${field?.label ?? t('filter.words')}: ${option}`
    return { name, value, text }
  })
  if (chosen.length === 0) return null
  return (
    <ul className="filter-chips" aria-label={t('filter.active')}>
      {chosen.map(({ name, value, text }) => (
        <li key={`${name}=${value}`} className="tag">
          <span className="text">{text}</span>
          <Link
            to={{ search: without(name, value) }}
            replace
            preventScrollReset
            aria-label={t('filter.remove', { filter: text })}
          >
            <Icon of={X} size="small" />
          </Link>
        </li>
      ))}
      <li>
        <Link className="text-sm" to={{ search: cleared }} replace preventScrollReset>
          {t('filter.clear')}
        </Link>
      </li>
    </ul>
  )
}
