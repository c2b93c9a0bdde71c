import { Copy } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { useToast } from '#app/components/toast'
import type { FeedKind } from '#server/calendars/calendar-feed.shared'

/** A new address, to copy or to open. */
export function FeedAddress({ kind, address }: { kind: FeedKind; address: string }) {
  const { t } = useTranslation('calendars')
  const toast = useToast()
  const id = useId()
  const [canCopy, setCanCopy] = useState(false)
  useEffect(() => setCanCopy(navigator.clipboard !== undefined), [])
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    toast(t('copied'))
  }
  return (
    <div className="feed-address">
      <label htmlFor={id}>{t(kind === 'person' ? 'addressMine' : 'addressGroup')}</label>
      <div>
        <input id={id} className="input" readOnly value={address} onFocus={event => event.currentTarget.select()} />
        {canCopy && (
          <Button icon={Copy} onClick={copy}>
            {t('copy')}
          </Button>
        )}
      </div>
      <a href={address.replace(/^https?:/, 'webcal:')}>{t('open')}</a>
    </div>
  )
}
