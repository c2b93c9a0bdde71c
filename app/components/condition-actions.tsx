import { useSubmit } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormReply } from '#app/use-form-reply'
import type { Condition } from '#server/positions/condition.shared'
import type { ConditionRights } from '#server/positions/position-access.shared'
import { Button } from './button'
import { TextArea } from './text-area'
import { useToast } from './toast'
import { type ConditionChoices, WhatMeetsIt } from './what-meets-it'

interface ActionProps {
  condition: Condition & { can: ConditionRights }
  choices?: ConditionChoices | undefined
}

/** What the reader can do about a condition: lift it, set it aside, take that back, point at what meets it. */
export function ConditionActions({ condition, choices }: ActionProps) {
  const { meet, overrule, reopen, link } = condition.can
  if (!meet && !overrule && !reopen && !(link && choices)) return null
  return (
    <div className="does">
      {meet && <Meet condition={condition} choices={choices} />}
      {link && choices && <PointAt condition={condition} choices={choices} />}
      {overrule && <Overrule condition={condition} />}
      {reopen && <Reopen condition={condition} />}
    </div>
  )
}

/** A form of this condition; what was done can be taken back for a while. */
function useConditionForm(intent: string, condition: Condition, done?: string) {
  const { t } = useTranslation('positions')
  const toast = useToast()
  const submit = useSubmit()
  const action = `/position-rounds/${condition.roundId}`
  const undo = () =>
    submit(
      { intent: 'reopen-condition', conditionId: condition.id },
      { method: 'post', action, navigate: false, fetcherKey: `undo ${condition.id}` },
    )
  const form = useFormReply(intent, {
    isMine: values => values.conditionId === condition.id,
    onDone: () => done && toast(done, { label: t('conditions.undo'), onAction: undo }),
  })
  const hidden = (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="conditionId" value={condition.id} />
    </>
  )
  return { ...form, formProps: { ...form.formProps, action }, hidden }
}

/** For who does not see beside which condition a button stands. */
function Which({ condition }: { condition: Condition }) {
  const { t } = useTranslation('positions')
  return <span className="sr-only">, {t('conditions.of', { text: condition.text })}</span>
}

function Meet({ condition, choices }: ActionProps) {
  const { t } = useTranslation('positions')
  const { Form, formProps, hidden, errors, values } = useConditionForm(
    'meet-condition',
    condition,
    t('conditions.metDone'),
  )
  const isWrong = Object.keys(errors).length > 0
  return (
    <details open={isWrong || undefined}>
      <summary className="button small">
        {t('conditions.meet')}
        <Which condition={condition} />
      </summary>
      <Form {...formProps} className="panel">
        {hidden}
        <TextArea
          name="reason"
          label={t('conditions.note')}
          defaultValue={values.reason}
          error={errors.reason ?? errors['']}
          maxLength={1000}
          rows={2}
          optional
        />
        {choices && <WhatMeetsIt choices={choices} errors={errors} values={values} />}
        <Button type="submit" variant="primary" small className="mt-3">
          {t('conditions.meetNow')}
          <Which condition={condition} />
        </Button>
      </Form>
    </details>
  )
}

function PointAt({ condition, choices }: ActionProps & { choices: ConditionChoices }) {
  const { t } = useTranslation('positions')
  const { Form, formProps, hidden, errors, values } = useConditionForm('link-condition', condition)
  const isWrong = Object.keys(errors).length > 0
  return (
    <details open={isWrong || undefined}>
      <summary className="button ghost small">
        {t('conditions.link')}
        <Which condition={condition} />
      </summary>
      <Form {...formProps} className="panel">
        {hidden}
        <WhatMeetsIt choices={choices} errors={errors} values={values} />
        <Button type="submit" small className="mt-3">
          {t('conditions.linkNow')}
          <Which condition={condition} />
        </Button>
      </Form>
    </details>
  )
}

function Overrule({ condition }: ActionProps) {
  const { t } = useTranslation('positions')
  const { Form, formProps, hidden, errors, values } = useConditionForm(
    'overrule-condition',
    condition,
    t('conditions.overruledDone'),
  )
  const error = errors.reason ?? errors['']
  return (
    <details open={error !== undefined || undefined}>
      <summary className="button ghost small">
        {t('conditions.overrule')}
        <Which condition={condition} />
      </summary>
      <Form {...formProps} className="panel">
        {hidden}
        <TextArea
          name="reason"
          label={t('conditions.reason')}
          hint={t('conditions.reasonShown')}
          defaultValue={values.reason}
          error={error}
          maxLength={1000}
          rows={2}
          required
        />
        <Button type="submit" small className="mt-3">
          {t('conditions.overruleNow')}
          <Which condition={condition} />
        </Button>
      </Form>
    </details>
  )
}

function Reopen({ condition }: ActionProps) {
  const { t } = useTranslation('positions')
  const { Form, formProps, hidden, errors } = useConditionForm('reopen-condition', condition)
  return (
    <Form {...formProps}>
      {hidden}
      <Button type="submit" variant="ghost" small>
        {t('conditions.reopen')}
        <Which condition={condition} />
      </Button>
      {errors[''] && (
        <p className="field-error" role="alert">
          {errors['']}
        </p>
      )}
    </Form>
  )
}
