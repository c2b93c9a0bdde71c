import { useTranslation } from 'react-i18next'
import type { Owner } from './owners-for'

/** Which of the rows it is about, for who hears only the button. */
export function ForWhom({ owner }: { owner: Owner }) {
  const { t } = useTranslation(['measures', 'common'])
  const role = t(`common:responsibilityRoles.${owner.role}`)
  return <span className="sr-only">: {t('owners.forWhom', { code: owner.bodyCode, role })}</span>
}
