import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { ChoiceLinks } from '#app/components/choice-links'
import { Select } from '#app/components/select'
import { useFormat } from '#app/i18n/use-format'
import { type ThreadPage, threadStates } from '#server/discussions/discussion.shared'

/** Which discussions are shown: by what became of them, whose they are, and by sector. */
export function ThreadFilters({ counts, sectors, filters }: Pick<ThreadPage, 'counts' | 'sectors' | 'filters'>) {
  const { t } = useTranslation('discussions')
  const { locale } = useFormat()
  const [search] = useSearchParams()
  const to = (state: string) => {
    const query = new URLSearchParams(search)
    for (const name of ['thread', 'page']) query.delete(name)
    query.set('discussion', state)
    return `?${query}#discussion`
  }
  return (
    <div className="thread-filters">
      <ChoiceLinks
        label={t('show')}
        choices={threadStates.map(state => ({
          to: to(state),
          label: t('withCount', { name: t(`states.${state}`), count: counts[state] }),
          isChosen: filters.state === state,
        }))}
      />
      {(sectors.length > 1 || filters.sectorId) && (
        <Form action="#discussion" preventScrollReset className="by-sector" key={filters.sectorId ?? ''}>
          <input type="hidden" name="discussion" value={filters.state} />
          <Select
            label={t('sector')}
            name="sector"
            defaultValue={filters.sectorId ?? ''}
            onChange={event => event.currentTarget.form?.requestSubmit()}
          >
            <option value="">{t('allSectors')}</option>
            {sectors.map(({ id, nameNl, nameEn }) => (
              <option key={id} value={id}>
                {locale === 'en' ? nameEn : nameNl}
              </option>
            ))}
          </Select>
          <noscript>
            <Button type="submit" small>
              {t('show')}
            </Button>
          </noscript>
        </Form>
      )}
    </div>
  )
}
