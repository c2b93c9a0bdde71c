import { useBlocker } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Dialog } from '#app/components/dialog'

/** Asks before another page takes the place of edits that are nowhere but in this window. */
export function LeaveWarning({ edits }: { edits: number }) {
  const { t } = useTranslation('editor')
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => edits > 0 && currentLocation.pathname !== nextLocation.pathname,
  )
  const isAsked = blocker.state === 'blocked'
  return (
    <Dialog
      isOpen={isAsked}
      onClose={() => blocker.reset?.()}
      title={t('leaving.title')}
      alert
      actions={
        <>
          <Button variant="ghost" onClick={() => blocker.proceed?.()}>
            {t('leaving.leave')}
          </Button>
          <Button variant="primary" onClick={() => blocker.reset?.()}>
            {t('leaving.stay')}
          </Button>
        </>
      }
    >
      {t('leaving.body', { count: edits })}
    </Dialog>
  )
}
