import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { ExportMenu } from './export-menu'

/** What can be done with the plan as a whole. */
export function PlanActions({ canEdit, hasMeasures }: { canEdit: boolean; hasMeasures: boolean }) {
  const { t } = useTranslation('plan')
  return (
    <>
      {hasMeasures && <ExportMenu />}
      {canEdit && (
        <LinkButton to="/measures/new" variant="primary" icon={Plus}>
          {t('new')}
        </LinkButton>
      )}
    </>
  )
}
