import { type ComponentPropsWithoutRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Field, type FieldTexts } from './field'

/** A password, hidden until somebody wants to see what they type. Without JavaScript it stays hidden. */
export function PasswordInput({
  label,
  hint,
  error,
  id,
  ...rest
}: FieldTexts & Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'className'>) {
  const { t } = useTranslation('auth')
  const [isShown, setShown] = useState(false)
  const isAwake = useIsAwake()
  return (
    <Field {...{ id, label, hint, error }}>
      {control => (
        <div className="row">
          <input className="input" {...rest} {...control} type={isShown ? 'text' : 'password'} />
          <Button
            className={isAwake ? undefined : 'invisible'}
            aria-label={t(isShown ? 'password.hideLabel' : 'password.showLabel')}
            aria-controls={control.id}
            onClick={() => setShown(!isShown)}
          >
            {t(isShown ? 'password.hide' : 'password.show')}
          </Button>
        </div>
      )}
    </Field>
  )
}

const never = () => () => {}
const useIsAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
