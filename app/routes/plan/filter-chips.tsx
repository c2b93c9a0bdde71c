import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import type { BodyOfPlan } from '#server/measures/measure-list.shared'
import type { Plan } from '#server/plans/plan.shared'
import { describeFilters } from './describe-filters'
import { useFilterFields } from './use-filter-fields'
import { useFilterSearch } from './use-filter-search'

/** What is asked for, each to be taken away on its own. */
export function FilterChips({ filters, plan, bodies }: { filters: MeasureFilters; plan: Plan; bodies: BodyOfPlan[] }) {
  const { t } = useTranslation('plan')
  const fields = useFilterFields({ plan, bodies })
  const { cleared, without } = useFilterSearch()
  const chosen = describeFilters(filters, fields, t('filter.words'))
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
