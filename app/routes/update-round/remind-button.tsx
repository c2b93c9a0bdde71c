import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { useToast } from '#app/components/toast'
import { useFormReply } from '#app/use-form-reply'

/** Reminds one body, or without one everybody who has not answered. */
export function RemindButton({ roundId, body }: { roundId: string; body?: { bodyId: string; code: string } }) {
  const { t } = useTranslation('rounds')
  const toast = useToast()
  const { Form, formProps, errors } = useFormReply('remind-owners', {
    isMine: values => (values.bodyId ?? '') === (body?.bodyId ?? ''),
    onDone: () => toast(t('round.remindedDone')),
  })
  return (
    <Form {...formProps} action={`/update-rounds/${roundId}`} className="remind">
      <input type="hidden" name="intent" value="remind-owners" />
      {body && <input type="hidden" name="bodyId" value={body.bodyId} />}
      <Button type="submit" small={body !== undefined}>
        {body ? t('round.remind') : t('round.remindAll')}
        {body && <span className="sr-only">: {body.code}</span>}
      </Button>
      {errors[''] && (
        <p className="field-error" role="alert">
          {errors['']}
        </p>
      )}
    </Form>
  )
}
