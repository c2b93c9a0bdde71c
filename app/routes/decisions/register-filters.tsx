import { Form, Link, useSubmit } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { type DecisionFilters, decisionResults, followUpStates } from '#server/decisions/decision.shared'
import type { DecisionRegister } from '#server/decisions/decision-list.shared'

interface Props {
  filters: DecisionFilters
  register: DecisionRegister
  sectors: { id: string; name: string }[]
}

/** What to show of the register. It is all in the address, so that it can be kept and sent. */
export function RegisterFilters({ filters, register, sectors }: Props) {
  const { t } = useTranslation('decisions')
  const submit = useSubmit()
  const { q, result, year, applied, measure, meeting, sector, from, until } = filters
  const { years, total, meetings, measures } = register
  const more = [measure, meeting, sector, from, until].filter(Boolean).length
  return (
    // What was chosen in the address is what the fields show, also after going back.
    <Form
      key={JSON.stringify(filters)}
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
      <Select name="applied" label={t('filters.applied')} labelHidden fieldClassName="choice" defaultValue={applied}>
        <option value="">{t('filters.anyFollowUp')}</option>
        {followUpStates.map(value => (
          <option key={value} value={value}>
            {t(`followUp.${value}`)}
          </option>
        ))}
      </Select>
      <Button type="submit" icon={Search}>
        {t('filters.apply')}
      </Button>
      <span className="text-sm text-ink-2" role="status">
        {t('found', { count: total })}
      </span>
      {(q || result || year || applied || more > 0) && (
        <Link className="text-sm" to="/decisions">
          {t('filters.clear')}
        </Link>
      )}
      <details className="more-filters" open={more > 0 || undefined}>
        <summary>{t('filters.more')}</summary>
        <div>
          <Select name="measure" label={t('filters.measure')} defaultValue={measure}>
            <option value="">{t('filters.allMeasures')}</option>
            {measures.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
          <Select name="meeting" label={t('filters.meeting')} defaultValue={meeting}>
            <option value="">{t('filters.allMeetings')}</option>
            {meetings.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
          <Select name="sector" label={t('filters.sector')} defaultValue={sector}>
            <option value="">{t('filters.allSectors')}</option>
            {sectors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <TextInput type="date" name="from" label={t('filters.from')} defaultValue={from} />
          <TextInput type="date" name="until" label={t('filters.until')} defaultValue={until} />
        </div>
      </details>
    </Form>
  )
}
