import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { useFormat } from '#app/i18n/use-format'
import type { FeedKind, FeedState } from '#server/calendars/calendar-feed.shared'
import { FeedAddress } from './feed-address'

interface Props {
  kind: FeedKind
  state: FeedState
  /** made just now; null: not */
  address: string | null
  canKeep: boolean
}

/** Whether there is an address, and for who may, what can be done about it. */
export function Feed({ kind, state: { madeAt }, address, canKeep }: Props) {
  const { t } = useTranslation('calendars')
  const format = useFormat()
  return (
    <div className="feed">
      {address ? (
        <Note tone="ok" role="status">
          <p>{t('made')}</p>
          <FeedAddress kind={kind} address={address} />
        </Note>
      ) : (
        <p>{madeAt ? t('since', { date: format.date(madeAt) }) : t('none')}</p>
      )}
      {canKeep ? (
        <Form method="post" className="feed-actions" preventScrollReset>
          <input type="hidden" name="kind" value={kind} />
          <Button type="submit" name="intent" value="renew-feed">
            {t(madeAt ? 'renew' : 'make')}
          </Button>
          {madeAt && (
            <Button type="submit" variant="ghost" name="intent" value="stop-feed">
              {t('stop')}
            </Button>
          )}
        </Form>
      ) : (
        <p className="text-ink-3">{t('askCoordinator')}</p>
      )}
      {canKeep && madeAt && <p className="text-ink-3">{t('renewHint')}</p>}
    </div>
  )
}
