import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

export interface FieldTexts {
  label: ReactNode
  hint?: ReactNode
  /** what is wrong, in the reader's language; of several the first is shown */
  error?: string | readonly string[] | null
  /** says beside the label that it may stay empty */
  optional?: boolean
  /** the label is for screen readers only, where the place says it to others */
  labelHidden?: boolean
  fieldClassName?: string
}

export interface ControlProps {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A label, a hint and an error around a control, tied to it for screen readers. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  labelHidden,
  fieldClassName,
  children,
}: FieldTexts & { id?: string; children: (control: ControlProps) => ReactNode }) {
  const { t } = useTranslation()
  const generated = useId()
  const controlId = id ?? generated
  const message = typeof error === 'string' ? error : error?.[0]
  const described = [hint && `${controlId}-hint`, message && `${controlId}-error`].filter(Boolean).join(' ')
  return (
    <div className={fieldClassName ?? 'field'}>
      <label className={labelHidden ? 'sr-only' : 'label'} htmlFor={controlId}>
        {label}
        {optional && <span className="optional"> ({t('optional')})</span>}
      </label>
      {hint && (
        <span className="hint" id={`${controlId}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id: controlId,
        'aria-invalid': message ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {message && (
        <p className="field-error" id={`${controlId}-error`}>
          <Icon of={CircleAlert} />
          {message}
        </p>
      )}
    </div>
  )
}
