import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { useFormat } from '#app/i18n/use-format'
import { offlinePage } from './page-address'

/** Says that there is no connection, from when what one sees is, and what can be done meanwhile. */
export function OfflineNotice({ isOffline, at }: { isOffline: boolean; at: string }) {
  const { t } = useTranslation('offline')
  const format = useFormat()
  const isShown = useLocation().pathname !== offlinePage && isOffline
  const moment = new Date(at)
  return (
    <div className="offline-notice" role="status">
      {isShown && (
        <Note tone="warn">
          <strong>{t('gone')}</strong> {t('copy', { date: format.date(moment), time: format.time(moment) })}{' '}
          {t('canWrite')}
        </Note>
      )}
    </div>
  )
}
