import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Panel } from '#app/components/panel'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import { planMeetingInput } from '#server/meetings/meeting.shared'
import type { AgendaTemplate } from '#server/meetings/meeting-list.shared'
import type { action } from './route'
import { TemplateChoice } from './series-form'

/** Title, moment and place: enough to put items on the agenda. */
export function PlanMeetingForm({ templates }: { templates: AgendaTemplate[] }) {
  const { t } = useTranslation('meetings')
  const { t: common } = useTranslation()
  const reason = useReason()
  const [form, { title, date, time, location, templateId }] = useForm({
    id: 'plan-meeting',
    lastResult: useActionData<typeof action>() as never,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: planMeetingInput }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Panel title={t('planTitle')} className="mb-7">
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="narrow">
        {form.errors && (
          <Note tone="bad" role="alert" className="mb-4">
            {reason(form.errors)}
          </Note>
        )}
        <TextInput
          name={title.name}
          required
          autoFocus
          label={t('fields.title')}
          hint={t('fields.titleHint')}
          defaultValue={title.initialValue}
          error={reason(title.errors)}
        />
        <div className="moment">
          <TextInput
            name={date.name}
            type="date"
            required
            label={t('fields.date')}
            defaultValue={date.initialValue}
            error={reason(date.errors)}
          />
          <TextInput
            name={time.name}
            type="time"
            required
            label={t('fields.time')}
            defaultValue={time.initialValue ?? '13:30'}
            error={reason(time.errors)}
          />
        </div>
        <TextInput
          name={location.name}
          optional
          label={t('fields.location')}
          hint={t('fields.locationHint')}
          defaultValue={location.initialValue}
          error={reason(location.errors)}
        />
        <TemplateChoice
          name={templateId.name}
          templates={templates}
          value={templateId.initialValue}
          error={reason(templateId.errors)}
        />
        <div className="mt-5 flex gap-2">
          <Button type="submit" variant="primary">
            {t('plan')}
          </Button>
          <LinkButton to="/meetings">{common('cancel')}</LinkButton>
        </div>
      </Form>
    </Panel>
  )
}
