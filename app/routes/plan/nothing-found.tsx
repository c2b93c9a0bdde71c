import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { useFilterSearch } from './use-filter-search'

/** Nothing fits the filters. */
export function NothingFound() {
  const { t } = useTranslation('plan')
  const { cleared } = useFilterSearch()
  return (
    <EmptyState
      title={t('nothingFound.title')}
      actions={<LinkButton to={{ search: cleared }}>{t('filter.clear')}</LinkButton>}
    >
      {t('nothingFound.body')}
    </EmptyState>
  )
}
