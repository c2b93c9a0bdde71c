import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '#app/components/toast'
import type { FormReply } from '#app/form-reply'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'

/** Says that an item was taken off the agenda, and puts it back where it was when somebody asks for that. */
export function useRemovedItem(items: AgendaItem[]): void {
  const { t } = useTranslation(['meetings', 'common'])
  const toast = useToast()
  const { data } = useFetcher<FormReply>({ key: 'remove-item' })
  const back = useFetcher()
  const known = useRef(new Map<string, AgendaItem>())
  for (const item of items) known.current.set(item.id, item)
  const told = useRef<FormReply>()

  useEffect(() => {
    if (!data?.ok || told.current === data) return
    told.current = data
    const item = known.current.get(data.values.agendaItemId ?? '')
    if (!item) return
    const onAction = () => back.submit(asForm(item), { method: 'post' })
    toast(t('itemRemoved', { title: item.title }), { label: t('common:undo'), onAction })
  }, [data, toast, t, back])
}

function asForm(item: AgendaItem): FormData {
  const form = new FormData()
  const values = {
    what: 'add-item',
    kind: item.kind,
    title: item.title,
    summary: item.summary,
    minutes: item.minutesAllotted,
    presenterBodyId: item.presenter?.id,
    place: item.position,
  }
  for (const [name, value] of Object.entries(values)) if (value) form.append(name, String(value))
  for (const measure of item.measures) form.append('measureIds', measure.id)
  for (const [index, { title, url }] of item.links.entries()) {
    form.append(`links[${index}].title`, title)
    form.append(`links[${index}].url`, url)
  }
  return form
}
