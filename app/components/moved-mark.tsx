import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

/** Says that a text has changed since it was decided about, and leads to the difference. */
export function MovedMark({ decisionId }: { decisionId: string }) {
  const { t } = useTranslation('decisions')
  return (
    <Link className="pill warn h-6" to={`/decisions/${decisionId}#verschil`}>
      <Icon of={TriangleAlert} size="small" />
      {t('moved')}
    </Link>
  )
}
