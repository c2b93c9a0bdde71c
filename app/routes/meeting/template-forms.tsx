import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useToast } from '#app/components/toast'
import type { FormReply } from '#app/form-reply'
import type { AgendaTemplate } from '#server/meetings/meeting-list.shared'

/** The items of a template at the end of this agenda. */
export function UseTemplate({ templates }: { templates: AgendaTemplate[] }) {
  const { t } = useTranslation('meetings')
  const fetcher = useFetcher<FormReply>()
  if (templates.length === 0) return null
  const error = fetcher.data && Object.values(fetcher.data.errors)[0]
  return (
    <details>
      <summary className="button ghost small">{t('useTemplate')}</summary>
      <fetcher.Form method="post" className="small-form">
        {error && (
          <Note tone="bad" role="alert">
            {error}
          </Note>
        )}
        <Select name="templateId" label={t('fields.template')} small>
          {templates.map(({ id, name, itemCount }) => (
            <option key={id} value={id}>
              {name} ({t('items', { count: itemCount })})
            </option>
          ))}
        </Select>
        <Button type="submit" small name="what" value="use-template" disabled={fetcher.state !== 'idle'}>
          {t('addTheseItems')}
        </Button>
      </fetcher.Form>
    </details>
  )
}

/** Keeps this agenda for a next time. */
export function SaveTemplate() {
  const { t } = useTranslation('meetings')
  const toast = useToast()
  const fetcher = useFetcher<FormReply>()
  const told = useRef<FormReply>()
  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data?.ok || told.current === fetcher.data) return
    told.current = fetcher.data
    toast(t('templateSaved', { name: fetcher.data.values.name }))
  }, [fetcher.state, fetcher.data, toast, t])
  return (
    <details>
      <summary className="button ghost small">{t('saveTemplate')}</summary>
      <fetcher.Form method="post" className="small-form">
        {fetcher.data?.errors[''] && (
          <Note tone="bad" role="alert">
            {fetcher.data.errors['']}
          </Note>
        )}
        <TextInput
          name="name"
          required
          label={t('fields.templateName')}
          hint={t('fields.templateHint')}
          error={fetcher.data?.errors.name}
        />
        <Button type="submit" small name="what" value="save-template" disabled={fetcher.state !== 'idle'}>
          {t('keepTemplate')}
        </Button>
      </fetcher.Form>
    </details>
  )
}
