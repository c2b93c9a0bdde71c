import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Panel } from '#app/components/panel'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useFormat } from '#app/i18n/use-format'
import { useReason } from '#app/i18n/use-reason'
import type { AgendaTemplate } from '#server/meetings/meeting-list.shared'
import { createSeriesInput, weeksOfMonth } from '#server/meetings/series.shared'
import type { action } from './route'

/** A rule such as "every second Thursday of the month", with the agenda that each of these meetings begins with. */
export function SeriesForm({ templates }: { templates: AgendaTemplate[] }) {
  const { t } = useTranslation('meetings')
  const { t: common } = useTranslation()
  const reason = useReason()
  const format = useFormat()
  const [form, fields] = useForm({
    id: 'begin-series',
    lastResult: useActionData<typeof action>() as never,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: createSeriesInput }),
    shouldRevalidate: 'onInput',
  })
  const { title, location, frequency, every, weekday, weekOfMonth, startsOn, time, templateId } = fields
  return (
    <Panel title={t('seriesTitle')} className="mb-7">
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="narrow">
        <input type="hidden" name="what" value="begin-series" />
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
          defaultValue={title.initialValue}
          error={reason(title.errors)}
        />
        <div className="moment">
          <Select
            name={frequency.name}
            label={t('fields.frequency')}
            defaultValue={frequency.initialValue ?? 'monthly'}
          >
            <option value="monthly">{t('frequencies.monthly')}</option>
            <option value="weekly">{t('frequencies.weekly')}</option>
          </Select>
          <TextInput
            name={every.name}
            type="number"
            min={1}
            max={12}
            label={t('fields.every')}
            hint={t('fields.everyHint')}
            defaultValue={every.initialValue ?? '1'}
            error={reason(every.errors)}
          />
        </div>
        <div className="moment">
          <Select
            name={weekOfMonth.name}
            label={t('fields.week')}
            hint={t('fields.weekHint')}
            defaultValue={weekOfMonth.initialValue ?? '2'}
            error={reason(weekOfMonth.errors)}
          >
            {weeksOfMonth.map((week, index) => (
              <option key={week} value={index + 1}>
                {t(`weeks.${week}`)}
              </option>
            ))}
          </Select>
          <Select
            name={weekday.name}
            label={t('fields.weekday')}
            defaultValue={weekday.initialValue ?? '4'}
            error={reason(weekday.errors)}
          >
            {[1, 2, 3, 4, 5, 6, 7].map(day => (
              <option key={day} value={day}>
                {format.weekday(`2024-01-0${day}`)}
              </option>
            ))}
          </Select>
        </div>
        <div className="moment">
          <TextInput
            name={startsOn.name}
            type="date"
            required
            label={t('fields.startsOn')}
            defaultValue={startsOn.initialValue ?? format.today}
            error={reason(startsOn.errors)}
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
        <div className="mt-5 flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            {t('beginSeries')}
          </Button>
          <LinkButton to="/meetings">{common('cancel')}</LinkButton>
        </div>
      </Form>
    </Panel>
  )
}

/** The agenda that a meeting begins with. */
export function TemplateChoice({
  name,
  templates,
  value,
  error,
}: {
  name: string
  templates: AgendaTemplate[]
  value: string | undefined
  error: string | undefined
}) {
  const { t } = useTranslation('meetings')
  if (templates.length === 0) return null
  return (
    <Select name={name} label={t('fields.beginWith')} defaultValue={value} error={error}>
      <option value="">{t('emptyAgenda')}</option>
      {templates.map(({ id, name, itemCount }) => (
        <option key={id} value={id}>
          {name} ({t('items', { count: itemCount })})
        </option>
      ))}
    </Select>
  )
}
