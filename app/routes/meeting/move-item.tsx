import { useFetcher } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/components/button'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'

/** One place up or down the agenda. */
export function MoveItem({ item, isFirst, isLast }: { item: AgendaItem; isFirst: boolean; isLast: boolean }) {
  const { t } = useTranslation('meetings')
  const fetcher = useFetcher()
  const { id, title } = item
  return (
    <fetcher.Form method="post" className="move">
      <input type="hidden" name="what" value="move-item" />
      <input type="hidden" name="agendaItemId" value={id} />
      <IconButton
        type="submit"
        small
        variant="ghost"
        name="direction"
        value="up"
        icon={ArrowUp}
        label={t('moveUp', { title })}
        disabled={isFirst}
      />
      <IconButton
        type="submit"
        small
        variant="ghost"
        name="direction"
        value="down"
        icon={ArrowDown}
        label={t('moveDown', { title })}
        disabled={isLast}
      />
    </fetcher.Form>
  )
}
