import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'
import { Field, type FieldTexts } from './field'

type Sized = { small?: boolean }

/** One line of text; takes what conform's `getInputProps` gives. */
export function TextInput({
  label,
  hint,
  error,
  optional,
  labelHidden,
  fieldClassName,
  small,
  className,
  id,
  ...rest
}: FieldTexts & Sized & ComponentPropsWithoutRef<'input'>) {
  return (
    <Field {...{ id, label, hint, error, optional, labelHidden, fieldClassName }}>
      {control => <input className={classNames('input', small && 'small', className)} {...rest} {...control} />}
    </Field>
  )
}
