import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { MeetingOptions } from '#app/history/meeting-options'
import type { HistoryChoices, HistoryFilters } from '#server/measures/history.shared'

/** Narrows a history down, at an address that can be passed on. */
export function HistoryFilter({ filters, choices }: { filters: HistoryFilters; choices: HistoryChoices }) {
  const { t } = useTranslation('history')
  const { kinds, people, bodies, meetings } = choices
  return (
    <Form className="history-filter" aria-label={t('filter.label')} key={JSON.stringify(filters)}>
      <Select small name="kind" label={t('filter.kind')} defaultValue={filters.kind ?? ''}>
        <option value="">{t('filter.all')}</option>
        {kinds.map(kind => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </Select>
      <Select small name="who" label={t('filter.who')} defaultValue={filters.who ?? ''}>
        <option value="">{t('filter.everybody')}</option>
        <optgroup label={t('filter.bodies')}>
          {bodies.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} · {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('filter.people')}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      </Select>
      <Select small name="meeting" label={t('filter.meeting')} defaultValue={filters.meeting ?? ''}>
        <option value="">{t('filter.everAll')}</option>
        <MeetingOptions meetings={meetings} />
      </Select>
      <TextInput small type="date" name="from" label={t('filter.from')} defaultValue={filters.from} />
      <TextInput small type="date" name="until" label={t('filter.until')} defaultValue={filters.until} />
      <div className="buttons">
        <Button type="submit" small>
          {t('filter.apply')}
        </Button>
        {Object.keys(filters).length > 0 && (
          <LinkButton to="?" small variant="ghost">
            {t('filter.clear')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}
