import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'
import { Field, type FieldTexts } from './field'

/** Several lines of text; takes what conform's `getTextareaProps` gives. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  labelHidden,
  fieldClassName,
  className,
  id,
  rows = 3,
  ...rest
}: FieldTexts & ComponentPropsWithoutRef<'textarea'>) {
  return (
    <Field {...{ id, label, hint, error, optional, labelHidden, fieldClassName }}>
      {control => <textarea className={classNames('input', className)} rows={rows} {...rest} {...control} />}
    </Field>
  )
}
