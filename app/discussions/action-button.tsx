import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#app/components/button'
import { useFormReply } from '#app/use-form-reply'

/** Does one thing to a discussion, without words; what is wrong is said beside it. */
export function ActionButton({
  measureId,
  intent,
  fields,
  variant,
  icon,
  onDone,
  children,
}: {
  measureId: string
  intent: string
  /** what it is done to */
  fields: Record<string, string>
  variant?: 'primary' | 'ghost'
  icon?: LucideIcon
  onDone?: () => void
  children: ReactNode
}) {
  const { Form, formProps, errors } = useFormReply(intent, {
    isMine: values => Object.entries(fields).every(([name, value]) => values[name] === value),
    ...(onDone && { onDone }),
  })
  const [error] = Object.values(errors)
  return (
    <Form {...formProps} action={`/measures/${measureId}`} className="action-button">
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" small variant={variant} icon={icon}>
        {children}
      </Button>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </Form>
  )
}
