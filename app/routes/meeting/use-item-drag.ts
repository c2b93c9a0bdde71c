import { useFetcher } from '@remix-run/react'
import { type DragEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '#app/components/toast'
import type { FormReply } from '#app/form-reply'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'

/**
 * Drags items of an agenda to another place; the agenda shows the new order until the server has it. By keyboard and without
 * JavaScript the same is done with the arrows of `MoveItem`.
 */
export function useItemDrag(items: AgendaItem[]) {
  const { t } = useTranslation('meetings')
  const toast = useToast()
  const fetcher = useFetcher<FormReply>()
  const [dragged, setDragged] = useState<string | null>(null)
  const [order, setOrder] = useState<string[] | null>(null)

  // The page was loaded anew: what stands there now is what counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the items come in, not when a drag begins
  useEffect(() => {
    if (!dragged) setOrder(null)
  }, [items])
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data || fetcher.data.ok) return
    setOrder(null)
    toast(Object.values(fetcher.data.errors)[0] ?? t('notMoved'))
  }, [fetcher.state, fetcher.data, toast, t])

  const ids = order ?? items.map(item => item.id)
  const propsOf = (id: string) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', items.find(item => item.id === id)?.title ?? '')
      setDragged(id)
    },
    onDragOver: (event: DragEvent) => {
      if (!dragged) return
      event.preventDefault()
      if (dragged !== id) setOrder(moved(ids, dragged, ids.indexOf(id)))
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (!dragged) return
      const place = ids.indexOf(dragged) + 1
      setDragged(null)
      if (items[place - 1]?.id === dragged) return setOrder(null)
      fetcher.submit({ what: 'move-item', agendaItemId: dragged, place: String(place) }, { method: 'post' })
    },
    onDragEnd: () => {
      setDragged(null)
      if (fetcher.state === 'idle') setOrder(null)
    },
  })
  return { items: ids.flatMap(id => items.find(item => item.id === id) ?? []), dragged, propsOf }
}

function moved(ids: string[], id: string, to: number): string[] {
  const rest = ids.filter(other => other !== id)
  rest.splice(to, 0, id)
  return rest
}
