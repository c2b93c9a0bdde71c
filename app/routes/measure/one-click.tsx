import { Button } from '#app/components/button'
import { useFormReply } from '#app/use-form-reply'
import { ForWhom } from './for-whom'
import type { Owner } from './owners-for'

interface OneClickProps {
  owner: Owner
  measureId: string
  intent: string
  label: string
  primary?: boolean
}

/** An answer that needs no words. */
export function OneClick({ owner, measureId, intent, label, primary }: OneClickProps) {
  const { Form, formProps, errors } = useFormReply(intent, {
    isMine: values => values.responsibilityId === owner.id,
  })
  const error = errors[''] ?? errors.reason
  return (
    <Form {...formProps} action={`/measures/${measureId}`}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="responsibilityId" value={owner.id} />
      <Button type="submit" small variant={primary ? 'primary' : undefined}>
        {label}
        <ForWhom owner={owner} />
      </Button>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </Form>
  )
}
