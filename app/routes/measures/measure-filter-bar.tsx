import { Form, Link, useLocation, useNavigate } from '@remix-run/react'
import { type ChangeEvent, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import type { Plan } from '#server/plans/plan.shared'
import { FilterChoices } from './filter-choices'

/** Long enough not to search for half a word, short enough not to be waited for. */
const TYPING_PAUSE_MS = 250

interface Filtering {
  filters: MeasureFilters
  plan: Plan
  leadingBodies: { code: string; name: string }[]
  found: number
  all: number
}

/** What is shown, in the address. Every change shows at once; as long as there is no JavaScript, a button does. */
export function MeasureFilterBar({ filters, plan, leadingBodies, found, all }: Filtering) {
  const { t } = useTranslation('measures')
  const form = useRef<HTMLFormElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>()
  const navigate = useNavigate()
  useFieldsOfAddress(form)
  const [isLive, setLive] = useState(false)
  useEffect(() => {
    setLive(true)
    return () => clearTimeout(pause.current)
  }, [])

  const show = (event?: FormEvent) => {
    event?.preventDefault()
    clearTimeout(pause.current)
    if (form.current) navigate({ search: queryOf(form.current) }, { replace: true, preventScrollReset: true })
  }
  const showSoon = ({ target }: ChangeEvent<HTMLFormElement>) => {
    clearTimeout(pause.current)
    pause.current = setTimeout(show, target.type === 'search' ? TYPING_PAUSE_MS : 0)
  }
  const isFiltered = Object.keys(filters).length > 0
  return (
    <Form
      ref={form}
      role="search"
      aria-label={t('filter.label')}
      className="filters"
      onSubmit={show}
      onChange={showSoon}
    >
      <input
        className="input small find"
        type="search"
        name="q"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        defaultValue={filters.q}
        maxLength={200}
      />
      <FilterChoices filters={filters} plan={plan} leadingBodies={leadingBodies} />
      {!isLive && (
        <Button type="submit" small>
          {t('filter.show')}
        </Button>
      )}
      {isFiltered && (
        <Link className="text-sm" to="/measures" replace preventScrollReset>
          {t('filter.clear')}
        </Link>
      )}
      <span role="status">{t('filter.found', { count: found, all })}</span>
    </Form>
  )
}

/** Only what is filled in, so that an address is short enough to be read. */
function queryOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]
  return new URLSearchParams(filled).toString()
}

/** Who goes back, or clears the filters, sees that in the fields; the one that somebody is in is left alone. */
function useFieldsOfAddress(form: RefObject<HTMLFormElement>) {
  const { search } = useLocation()
  useEffect(() => {
    const params = new URLSearchParams(search)
    for (const field of form.current?.elements ?? []) {
      if (field === document.activeElement) continue
      const isFilter = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
      if (isFilter && field.name) field.value = params.get(field.name) ?? ''
    }
  }, [form, search])
}
