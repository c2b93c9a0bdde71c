import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Dialog } from './dialog'
import { Note } from './note'

/** Loaded when it is needed, which is seldom. */
export default function UnsentWarning({
  edits,
  isOffline,
  onStay,
  onSignOut,
}: {
  edits: number
  isOffline: boolean
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
      <p>{t('account.unsent', { count: edits })}</p>
      {isOffline && (
        <Note tone="warn" role="alert" className="mt-3">
          {t('account.signOutOffline')}
        </Note>
      )}
    </Dialog>
  )
}
