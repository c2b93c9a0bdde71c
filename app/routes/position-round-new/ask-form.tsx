import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useFormat } from '#app/i18n/use-format'
import { silenceMeanings } from '#server/positions/position.shared'
import type { RoundChoices } from '#server/positions/position-round.shared'
import { BodyPicker } from './body-picker'
import { MeasurePicker } from './measure-picker'
import type { action } from './route'

/** Three weeks: a department has to ask around, and a minister's cabinet perhaps too. */
const DAYS_TO_ANSWER = 21

/** Asks for a name, a question, a moment, what silence means, which measures and which bodies. */
export function AskForm({ choices, chosen }: { choices: RoundChoices; chosen: string[] }) {
  const { t } = useTranslation(['positions', 'common'])
  const { today } = useFormat()
  const reply = useActionData<typeof action>()
  const values: Record<string, string> = reply?.values ?? {}
  const errors = reply?.errors ?? {}
  const later = new Date(Date.parse(today) + DAYS_TO_ANSWER * 86_400_000).toISOString().slice(0, 10)
  const first = choices.measures.find(measure => measure.id === chosen[0])
  const sent = (name: string) => values[name]?.split('\n')
  return (
    <Form method="post" className="ask-positions">
      {errors[''] && (
        <Note tone="bad" role="alert" className="mb-4">
          {errors['']}
        </Note>
      )}
      <div className="narrow">
        <TextInput
          name="title"
          label={t('form.name')}
          hint={t('form.nameHint')}
          defaultValue={values.title ?? (first && t('form.nameDefault', { title: first.title }).slice(0, 200))}
          error={errors.title}
          maxLength={200}
          required
        />
        <TextArea
          name="question"
          label={t('form.question')}
          hint={t('form.questionHint')}
          defaultValue={values.question ?? t('form.questionDefault')}
          error={errors.question}
          maxLength={2000}
          rows={2}
          optional
        />
        <div className="moment">
          <TextInput
            name="date"
            type="date"
            label={t('form.date')}
            defaultValue={values.date ?? later}
            min={today}
            error={errors.date}
            required
          />
          <TextInput
            name="time"
            type="time"
            label={t('form.time')}
            defaultValue={values.time ?? '17:00'}
            error={errors.time}
            required
          />
        </div>
        <Select
          name="silenceMeans"
          label={t('form.silence')}
          hint={t('form.silenceHint')}
          defaultValue={values.silenceMeans ?? 'nothing'}
          error={errors.silenceMeans}
        >
          {silenceMeanings.map(meaning => (
            <option key={meaning} value={meaning}>
              {t(`form.silenceMeans.${meaning}`)}
            </option>
          ))}
        </Select>
      </div>
      <MeasurePicker measures={choices.measures} initial={sent('measureIds') ?? chosen} error={errors.measureIds} />
      <BodyPicker
        sectors={choices.sectors}
        initial={sent('bodyIds') ?? choices.suggested}
        hasSuggestion={choices.suggested.length > 0}
        error={errors.bodyIds}
      />
      <div className="mt-6 flex gap-2">
        <Button type="submit" variant="primary">
          {t('form.send')}
        </Button>
        <LinkButton to="/position-rounds">{t('common:cancel')}</LinkButton>
      </div>
    </Form>
  )
}
