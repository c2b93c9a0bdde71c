import { Form, useLocation, useNavigate } from '@remix-run/react'
import { type ChangeEvent, type FormEvent, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { filterValues, type MeasureFilters } from '#server/measures/measure-filters.shared'
import type { BodyOfPlan, MeasureCounts } from '#server/measures/measure-list.shared'
import type { Plan } from '#server/plans/plan.shared'
import { FilterMenu, FilterOptions } from './filter-menu'
import { FilterSwitch } from './filter-switch'
import { useFilterFields } from './use-filter-fields'
import { useFilterSearch } from './use-filter-search'

/** Long enough not to search for half a word, short enough not to be waited for. */
const TYPING_PAUSE_MS = 250

interface Filtering {
  filters: MeasureFilters
  plan: Plan
  bodies: BodyOfPlan[]
  counts: MeasureCounts
}

/** What is shown, in the address. Every change shows at once; without JavaScript, a button does. */
export function FilterBar({ filters, counts, ...choices }: Filtering) {
  const { t } = useTranslation('plan')
  const form = useRef<HTMLFormElement>(null)
  const { pathname } = useLocation()
  const { others } = useFilterSearch()
  useFieldsOfAddress(form)
  const { show, showSoon } = useShowing(form)
  const fields = useFilterFields(choices)
  const main = fields.filter(field => field.isMain)
  const more = fields.filter(field => !field.isMain)
  const chosen = filterValues(filters)
  const chosenOf = (names: string[]) => chosen.filter(([name]) => names.includes(name)).map(([, value]) => value)
  return (
    <Form
      ref={form}
      action={pathname}
      role="search"
      aria-label={t('filter.label')}
      className="filters plan-filters"
      onSubmit={show}
      onChange={showSoon}
    >
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <input
        className="input small find"
        type="search"
        name="q"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        defaultValue={filters.q}
        maxLength={200}
      />
      {main.map(field =>
        field.options ? (
          <FilterMenu key={field.name} label={field.label} count={chosenOf([field.name]).length}>
            <FilterOptions {...field} options={field.options} chosen={chosenOf([field.name])} />
          </FilterMenu>
        ) : (
          <FilterSwitch key={field.name} {...field} isOn={chosenOf([field.name]).length > 0} />
        ),
      )}
      <FilterMenu label={t('filter.more')} count={chosenOf(more.map(field => field.name)).length} wide>
        {more.map(field =>
          field.options ? (
            <fieldset key={field.name}>
              <legend>{field.label}</legend>
              <FilterOptions {...field} options={field.options} chosen={chosenOf([field.name])} />
            </fieldset>
          ) : (
            <FilterOptions
              key={field.name}
              name={field.name}
              options={[{ value: '1', label: field.label }]}
              chosen={chosenOf([field.name])}
            />
          ),
        )}
      </FilterMenu>
      <noscript>
        <Button type="submit" small>
          {t('filter.show')}
        </Button>
      </noscript>
      <span role="status">{t('filter.found', { count: counts.found, all: counts.all })}</span>
    </Form>
  )
}

function useShowing(form: RefObject<HTMLFormElement>) {
  const navigate = useNavigate()
  const pause = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(pause.current), [])
  const show = (event?: FormEvent) => {
    event?.preventDefault()
    clearTimeout(pause.current)
    if (form.current) navigate({ search: queryOf(form.current) }, { replace: true, preventScrollReset: true })
  }
  const showSoon = ({ target }: ChangeEvent<HTMLFormElement>) => {
    clearTimeout(pause.current)
    pause.current = setTimeout(show, target.type === 'search' ? TYPING_PAUSE_MS : 0)
  }
  return { show, showSoon }
}

/** Only what is filled in, so that an address is short enough to be read. */
function queryOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]
  return new URLSearchParams(filled).toString()
}

/** Who goes back, or clears the filters, sees that in the fields; the one that somebody types in is left alone. */
function useFieldsOfAddress(form: RefObject<HTMLFormElement>) {
  const { search } = useLocation()
  useEffect(() => {
    const params = new URLSearchParams(search)
    for (const field of form.current?.elements ?? []) {
      if (!(field instanceof HTMLInputElement) || !field.name || field.type === 'hidden') continue
      if (field.type === 'checkbox') field.checked = params.getAll(field.name).includes(field.value)
      else if (field !== document.activeElement) field.value = params.get(field.name) ?? ''
    }
  }, [form, search])
}
