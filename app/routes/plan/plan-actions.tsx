import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'

/** What can be done with the plan as a whole. */
export function PlanActions({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation('plan')
  return (
    canEdit && (
      <LinkButton to="/measures/new" variant="primary" icon={Plus}>
        {t('new')}
      </LinkButton>
    )
  )
}
