import { useTranslation } from 'react-i18next'
import { Select } from '#app/components/select'
import { useFilterFields } from '#app/routes/plan/use-filter-fields'
import { filterValues, type MeasureFilters } from '#server/measures/measure-filters.shared'
import type { BodyOfPlan } from '#server/measures/measure-list.shared'
import type { Plan } from '#server/plans/plan.shared'

/** What is mostly asked by; every other filter that the reader came with goes along. */
const offered = ['priority', 'sector', 'body', 'level'] as const

/** Which measures a round is about, by the filters of the plan. */
export function RoundScope({
  plan,
  bodies,
  filters,
  values,
}: {
  plan: Plan
  bodies: BodyOfPlan[]
  filters: MeasureFilters
  values: Record<string, string>
}) {
  const { t } = useTranslation('rounds')
  const fields = useFilterFields({ plan, bodies })
  const asked = filterValues(filters)
  const others = asked.filter(
    ([name, value]) => !offered.some(field => field === name) || asked.find(([other]) => other === name)?.[1] !== value,
  )
  const words = others.map(([name, value]) => {
    const field = fields.find(field => field.name === name)
    const option = field?.options?.find(option => option.value === value)?.label
    return [field?.label, option ?? (field ? undefined : value)].filter(Boolean).join(': ')
  })
  return (
    <fieldset className="round-scope">
      <legend className="label">{t('form.about')}</legend>
      <span className="hint">{t('form.aboutHint')}</span>
      <div className="fields">
        {offered.map(name => {
          const field = fields.find(field => field.name === name)
          if (!field?.options) return null
          const first = asked.find(([other]) => other === name)?.[1]
          const label = name === 'body' ? t('form.carrier') : name === 'sector' ? t('form.carrierSector') : field.label
          return (
            <Select key={name} name={name} label={label} defaultValue={values[name] ?? first ?? ''}>
              <option value="">{t('form.any')}</option>
              {field.options.map(option => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          )
        })}
      </div>
      {others.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {words.length > 0 && <p className="mt-2 text-sm text-ink-2">{t('form.also', { filters: words.join('; ') })}</p>}
    </fieldset>
  )
}
