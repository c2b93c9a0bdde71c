import { Plus, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { ExportMenu } from './export-menu'

/** What can be done with the plan as a whole. */
export function PlanActions({
  canEdit,
  canImport,
  hasMeasures,
}: {
  canEdit: boolean
  canImport: boolean
  hasMeasures: boolean
}) {
  const { t } = useTranslation(['plan', 'baselines', 'dependencies'])
  return (
    <>
      {hasMeasures && (
        <>
          <LinkButton to="/baselines" variant="ghost">
            {t('baselines:title')}
          </LinkButton>
          <LinkButton to="/dependencies" variant="ghost">
            {t('dependencies:title')}
          </LinkButton>
        </>
      )}
      {canImport && (
        <LinkButton to="/measures/import" icon={Upload}>
          {t('import')}
        </LinkButton>
      )}
      {hasMeasures && <ExportMenu />}
      {canEdit && (
        <LinkButton to="/measures/new" variant="primary" icon={Plus}>
          {t('new')}
        </LinkButton>
      )}
    </>
  )
}
