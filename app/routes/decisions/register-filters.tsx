import { Form, Link, useSubmit } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { type DecisionFilters, decisionResults } from '#server/decisions/decision.shared'

interface Props {
  filters: DecisionFilters
  years: number[]
  total: number
}

/** What to show of the register. It is all in the address, so that it can be kept and sent. */
export function RegisterFilters({ filters, years, total }: Props) {
  const { t } = useTranslation('decisions')
  const submit = useSubmit()
  const { q, result, year } = filters
  return (
    // What was chosen in the address is what the fields show, also after going back.
    <Form
      key={`${q} ${result} ${year}`}
      className="filters"
      role="search"
      aria-label={t('filters.label')}
      onChange={event => {
        if (event.target instanceof HTMLSelectElement) submit(event.currentTarget, { preventScrollReset: true })
      }}
    >
      <TextInput
        type="search"
        name="q"
        label={t('filters.search')}
        labelHidden
        fieldClassName="find"
        defaultValue={q}
        placeholder={t('filters.placeholder')}
      />
      <Select name="result" label={t('filters.result')} labelHidden fieldClassName="choice" defaultValue={result}>
        <option value="">{t('filters.allResults')}</option>
        {decisionResults.map(value => (
          <option key={value} value={value}>
            {t(`results.${value}`)}
          </option>
        ))}
      </Select>
      <Select name="year" label={t('filters.year')} labelHidden fieldClassName="choice" defaultValue={year}>
        <option value="">{t('filters.allYears')}</option>
        {years.map(value => (
          <option key={value}>{value}</option>
        ))}
      </Select>
      <Button type="submit" icon={Search}>
        {t('filters.apply')}
      </Button>
      <span className="text-sm text-ink-2" role="status">
        {t('found', { count: total })}
      </span>
      {(q || result || year) && (
        <Link className="text-sm" to="/decisions">
          {t('filters.clear')}
        </Link>
      )}
    </Form>
  )
}
