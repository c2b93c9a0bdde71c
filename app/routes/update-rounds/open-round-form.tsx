import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Panel } from '#app/components/panel'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useFormat } from '#app/i18n/use-format'
import type { MeasureFilters } from '#server/measures/measure-filters.shared'
import type { BodyOfPlan } from '#server/measures/measure-list.shared'
import type { Plan } from '#server/plans/plan.shared'
import { RoundScope } from './round-scope'
import type { action } from './route'

/** Four weeks: long enough to ask around in a department. */
const WEEKS_TO_ANSWER = 4

/** Asks for a name, a question, a day and which measures it is about. */
export function OpenRoundForm({
  plan,
  bodies,
  filters,
}: {
  plan: Plan
  bodies: BodyOfPlan[]
  filters: MeasureFilters
}) {
  const { t } = useTranslation(['rounds', 'common'])
  const { today } = useFormat()
  const reply = useActionData<typeof action>()
  const values = reply?.values ?? {}
  const errors = reply?.errors ?? {}
  const inWeeks = new Date(Date.parse(today) + WEEKS_TO_ANSWER * 7 * 86_400_000).toISOString().slice(0, 10)
  return (
    <Panel title={t('form.title')} className="mb-7">
      <Form method="post" className="narrow">
        <input type="hidden" name="intent" value="open-round" />
        {errors[''] && (
          <Note tone="bad" role="alert" className="mb-4">
            {errors['']}
          </Note>
        )}
        <TextInput
          name="title"
          label={t('form.name')}
          hint={t('form.nameHint')}
          defaultValue={values.title}
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
        <TextInput
          name="dueOn"
          type="date"
          label={t('form.dueOn')}
          defaultValue={values.dueOn ?? inWeeks}
          min={today}
          error={errors.dueOn}
          className="max-w-52"
          required
        />
        <RoundScope plan={plan} bodies={bodies} filters={filters} values={values} />
        <label className="check mt-4">
          <input type="checkbox" name="withFinished" value="1" defaultChecked={values.withFinished === '1'} />
          {t('form.withFinished')}
        </label>
        <div className="mt-5 flex gap-2">
          <Button type="submit" variant="primary">
            {t('form.send')}
          </Button>
          <LinkButton to="/update-rounds">{t('common:cancel')}</LinkButton>
        </div>
      </Form>
    </Panel>
  )
}
