import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { TextArea } from '#app/components/text-area'
import { useFormReply } from '#app/use-form-reply'
import { ForWhom } from './for-whom'
import type { Owner } from './owners-for'

/** An answer that says why. */
export function AnswerWithReason({
  owner,
  measureId,
  intent,
  opens,
  sends,
  isOptional,
}: {
  owner: Owner
  measureId: string
  intent: 'hand-back-responsibility' | 'end-responsibility'
  opens: string
  sends: string
  isOptional?: boolean
}) {
  const { t } = useTranslation('measures')
  const { Form, formProps, errors, values } = useFormReply(intent, {
    isMine: values => values.responsibilityId === owner.id,
  })
  const error = errors.reason ?? errors['']
  return (
    <details className="answer" open={error !== undefined || undefined}>
      <summary className="button ghost small">
        {opens}
        <ForWhom owner={owner} />
      </summary>
      <Form {...formProps} action={`/measures/${measureId}`} className="panel">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="responsibilityId" value={owner.id} />
        <TextArea
          name="reason"
          label={t('owners.reason')}
          hint={t('owners.reasonHint')}
          defaultValue={values.reason}
          error={error}
          maxLength={1000}
          rows={3}
          optional={isOptional}
          required={!isOptional}
        />
        <Button type="submit" small className="mt-3">
          {sends}
          <ForWhom owner={owner} />
        </Button>
      </Form>
    </details>
  )
}
