import { Link } from '@remix-run/react'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'

/** From the text to what it said before. */
export function VersionsLink({ measure: { id, version } }: { measure: Pick<MeasureDetail, 'id' | 'version'> }) {
  const { t } = useTranslation('measures')
  return (
    <Link to={`/measures/${id}/versions`} className="versions-link">
      <Icon of={History} />
      <span>{version ? t('measure.versionLink', { number: version.number }) : t('measure.versionsLink')}</span>
    </Link>
  )
}
