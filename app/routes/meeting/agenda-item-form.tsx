import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import { addAgendaItemInput, agendaItemKinds } from '#server/meetings/meeting.shared'
import { MeasurePicker } from './measure-picker'
import type { MeetingChoices } from './meeting-choices'
import type { action } from './route'

const formSchema = addAgendaItemInput.omit({ meetingId: true })

/** A new item at the end of the agenda. */
export function AgendaItemForm({ meetingId, choices }: { meetingId: string; choices: MeetingChoices }) {
  const { t } = useTranslation('meetings')
  const { t: common } = useTranslation()
  const reason = useReason()
  const [form, { title, kind, minutes, presenterBodyId, summary, measureIds }] = useForm({
    id: 'add-item',
    lastResult: useActionData<typeof action>(),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: formSchema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <section className="current-item" aria-labelledby="add-item-title">
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="part">
        <h2 id="add-item-title">{t('addItemTitle')}</h2>
        {form.errors && (
          <Note tone="bad" role="alert" className="mb-4">
            {reason(form.errors)}
          </Note>
        )}
        <input type="hidden" name="what" value="add-item" />
        <TextInput
          name={title.name}
          required
          autoFocus
          label={t('fields.itemTitle')}
          defaultValue={title.initialValue}
          error={reason(title.errors)}
        />
        <div className="thirds">
          <Select
            name={kind.name}
            label={t('fields.kind')}
            defaultValue={kind.initialValue ?? 'decision'}
            error={reason(kind.errors)}
          >
            {agendaItemKinds.map(value => (
              <option key={value} value={value}>
                {t(`kinds.${value}`)}
              </option>
            ))}
          </Select>
          <TextInput
            name={minutes.name}
            type="number"
            min={1}
            max={600}
            label={t('fields.minutes')}
            defaultValue={minutes.initialValue}
            error={reason(minutes.errors)}
          />
          <Select
            name={presenterBodyId.name}
            label={t('fields.presenter')}
            defaultValue={presenterBodyId.initialValue}
            error={reason(presenterBodyId.errors)}
          >
            <option value="">{t('fields.nobody')}</option>
            {choices.bodies.map(body => (
              <option key={body.id} value={body.id}>
                {body.code} · {body.name}
              </option>
            ))}
          </Select>
        </div>
        <MeasurePicker
          name={measureIds.name}
          legend={t('fields.measures')}
          measures={choices.measures}
          initial={asList(measureIds.initialValue)}
          error={reason(measureIds.errors)}
        />
        <TextArea
          name={summary.name}
          optional
          label={t('fields.summary')}
          defaultValue={summary.initialValue}
          error={reason(summary.errors)}
        />
        <div className="end">
          <Button type="submit" variant="primary">
            {t('addIt')}
          </Button>
          <LinkButton to={`/meetings/${meetingId}`}>{common('cancel')}</LinkButton>
        </div>
      </Form>
    </section>
  )
}

/** One ticked box comes back as a word, several as a list. */
const asList = (value: string | (string | undefined)[] | undefined) =>
  (Array.isArray(value) ? value : [value]).filter(entry => entry !== undefined)
