import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Dialog } from './dialog'

/** Loaded when it is needed, which is seldom. */
export default function UnsentWarning({
  edits,
  onStay,
  onSignOut,
}: {
  edits: number
  onStay: () => void
  onSignOut: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog
      isOpen
      alert
      onClose={onStay}
      title={t('account.unsentTitle')}
      actions={
        <>
          <Button onClick={onSignOut} variant="danger">
            {t('account.signOutAnyway')}
          </Button>
          <Button onClick={onStay} variant="primary">
            {t('account.stay')}
          </Button>
        </>
      }
    >
      {t('account.unsent', { count: edits })}
    </Dialog>
  )
}
