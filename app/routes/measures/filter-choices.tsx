import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { horizons, levels, measureStatuses } from '#server/measures/measure.shared'
import { type MeasureFilters, nobody } from '#server/measures/measure-filters.shared'
import type { Plan } from '#server/plans/plan.shared'

interface Choices {
  filters: MeasureFilters
  plan: Plan
  leadingBodies: { code: string; name: string }[]
}

type Column = 'priority' | 'axis' | 'level' | 'horizon' | 'lead' | 'status'

/** A list to choose from for each column. On a phone all but the first two wait behind a switch. */
export function FilterChoices({ filters, plan, leadingBodies }: Choices) {
  const { t } = useTranslation(['measures', 'common'])
  const { axis, level, horizon, lead, noLead } = filters
  const hasMore = [axis, level, horizon, lead, noLead].some(filter => filter !== undefined)
  return (
    <>
      <Choice
        column="priority"
        chosen={filters.priority}
        options={plan.priorities.map(({ position, title }) => [position, `${position}. ${title}`])}
      />
      <Choice
        column="status"
        chosen={filters.status}
        options={measureStatuses.map(status => [status, t(`common:measureStatuses.${status}`)])}
      />
      <label className="more-switch button small">
        <input type="checkbox" className="sr-only" defaultChecked={hasMore} />
        {t('filter.more')}
      </label>
      <div className="more">
        <Choice column="axis" chosen={filters.axis} options={plan.axes.map(({ position, name }) => [position, name])} />
        <Choice
          column="level"
          chosen={filters.level}
          options={levels.map(level => [level, t(`common:levels.${level}`)])}
        />
        <Choice
          column="horizon"
          chosen={filters.horizon}
          options={horizons.map(horizon => [horizon, t(`common:horizons.${horizon}`)])}
        />
        <Choice
          column="lead"
          chosen={noLead ? nobody : lead}
          options={[
            [nobody, t('filter.noLead')],
            ...leadingBodies.map(({ code, name }): [string, string] => [code, `${code} · ${name}`]),
          ]}
        />
      </div>
    </>
  )
}

function Choice({
  column,
  chosen,
  options,
}: {
  column: Column
  chosen: string | number | undefined
  options: [value: string | number, label: string][]
}) {
  const { t } = useTranslation(['measures', 'common'])
  const field = t(`columns.${column}`)
  if (options.length === 0) return null
  return (
    <select
      className={classNames('input small choice', chosen !== undefined && 'chosen')}
      name={column}
      aria-label={field}
      defaultValue={chosen ?? ''}
    >
      <option value="">{t('filter.any', { field })}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
