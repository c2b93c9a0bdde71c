import { useFetcher } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import type { FormReply } from '#app/form-reply'
import type { AgendaItem, MeetingDetail } from '#server/meetings/meeting-detail.shared'

/** The chair takes everybody to an item: the next, the one before, or the one that is looked at. */
export function ChairBar({ meeting, shown }: { meeting: MeetingDetail; shown: AgendaItem | undefined }) {
  const { t } = useTranslation('session')
  const fetcher = useFetcher<FormReply>()
  const { items, clock } = meeting
  const index = items.findIndex(item => item.id === clock.currentItemId)
  const [previous, next] = [items[index - 1], items[index + 1]]
  const error = fetcher.data && Object.values(fetcher.data.errors)[0]
  const isElsewhere = shown && shown.id !== clock.currentItemId
  const isBusy = fetcher.state !== 'idle'
  return (
    <fetcher.Form method="post" className="chair-bar" aria-label={t('chair')}>
      <input type="hidden" name="what" value="open-item" />
      {error && (
        <Note tone="bad" role="alert">
          {error}
        </Note>
      )}
      {previous && (
        <Button
          type="submit"
          icon={ChevronLeft}
          name="agendaItemId"
          value={previous.id}
          data-key="previous"
          aria-keyshortcuts="Alt+PageUp"
          title={previous.title}
          disabled={isBusy}
        >
          {t('previous')}
        </Button>
      )}
      {isElsewhere && (
        <Button type="submit" name="agendaItemId" value={shown.id} disabled={isBusy}>
          {t('takeThis')}
        </Button>
      )}
      {next && (
        <Button
          type="submit"
          variant="primary"
          icon={ChevronRight}
          name="agendaItemId"
          value={next.id}
          data-key="next"
          aria-keyshortcuts="Alt+PageDown"
          disabled={isBusy}
        >
          {t('next', { title: next.title })}
        </Button>
      )}
    </fetcher.Form>
  )
}
