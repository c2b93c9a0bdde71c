import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import type { ResponsibilityRole } from '#server/measures/responsibility.shared'

/** A role by its letter and a shape; a broken edge as long as it was not accepted. The words stand beside it. */
export function RoleBadge({ role, isAccepted }: { role: ResponsibilityRole; isAccepted: boolean }) {
  const { t } = useTranslation('pictures')
  return (
    <b className={classNames('role-badge', role, !isAccepted && 'proposed')} aria-hidden="true">
      {t(`map.letters.${role}`)}
    </b>
  )
}
