import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names'
import { Field, type FieldTexts } from './field'

/** A choice from a list; the browser's own, so that it works everywhere and without JavaScript. */
export function Select({
  label,
  hint,
  error,
  optional,
  labelHidden,
  fieldClassName,
  small,
  className,
  id,
  children,
  ...rest
}: FieldTexts & { small?: boolean } & ComponentPropsWithoutRef<'select'>) {
  return (
    <Field {...{ id, label, hint, error, optional, labelHidden, fieldClassName }}>
      {control => (
        <select className={classNames('input', small && 'small', className)} {...rest} {...control}>
          {children}
        </select>
      )}
    </Field>
  )
}
