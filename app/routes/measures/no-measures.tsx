import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'

/** Nothing to list: nothing fits the filters, or nothing was made yet. */
export function NoMeasures({ isFiltered, canCreate }: { isFiltered: boolean; canCreate: boolean }) {
  const { t } = useTranslation('measures')
  if (!isFiltered) {
    return (
      <EmptyState title={t('nothingYet.title')}>{t(canCreate ? 'nothingYet.editor' : 'nothingYet.reader')}</EmptyState>
    )
  }
  return (
    <EmptyState title={t('nothingFound.title')} actions={<LinkButton to="/measures">{t('filter.clear')}</LinkButton>}>
      {t('nothingFound.body')}
    </EmptyState>
  )
}
