import { useLocation } from '@remix-run/react'
import { ClipboardCheck, Plus, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { ExportMenu } from './export-menu'

/** What can be done with the plan as a whole. Who asks for progress asks it of what is shown now. */
export function PlanActions({
  can,
  hasMeasures,
}: {
  can: { edit: boolean; import: boolean; runRounds: boolean }
  hasMeasures: boolean
}) {
  const { t } = useTranslation(['plan', 'baselines', 'dependencies', 'history', 'rounds'])
  const shown = new URLSearchParams(useLocation().search)
  shown.set('new', '')
  return (
    <>
      <LinkButton to="/measures/changed" variant="ghost">
        {t('history:changed.link')}
      </LinkButton>
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
      <LinkButton to={can.runRounds ? `/update-rounds?${shown}` : '/update-rounds'} icon={ClipboardCheck}>
        {t(can.runRounds ? 'rounds:open' : 'rounds:short')}
      </LinkButton>
      {can.import && (
        <LinkButton to="/measures/import" icon={Upload}>
          {t('import')}
        </LinkButton>
      )}
      {hasMeasures && <ExportMenu />}
      {can.edit && (
        <LinkButton to="/measures/new" variant="primary" icon={Plus}>
          {t('new')}
        </LinkButton>
      )}
    </>
  )
}
