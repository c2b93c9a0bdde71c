import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { Icon } from '#app/components/icon'
import { Select } from '#app/components/select'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import type { MeasureField } from '#server/measures/measure.shared'

export interface Choice {
  /** '' for none */
  value: string
  label: string
  hint?: string
}

/** One field of a form about a measure. */
export interface FormField {
  name: MeasureField
  label: string
  hint?: string
  /** as a form says it: '' for none, a line for each of several */
  stored: string
  /** what to choose from; absent: it is typed */
  choices?: Choice[]
  /** any number of the choices; a `label` for what is typed beside them */
  several?: true | { others: string }
  type?: 'day' | 'lines' | 'number'
  /** may stay empty, which its label says */
  optional?: boolean
  /** takes the whole width */
  wide?: boolean
}

/** The control that fits a field. */
export function FieldControl({ field, value, error }: { field: FormField; value: string; error: string | undefined }) {
  const { name, label, hint, choices, several, type, optional } = field
  if (choices && several) return <SeveralChoices {...{ field, value, error }} />
  const props = { name, label, hint, error, defaultValue: value, optional }
  if (choices) {
    return (
      <Select {...props}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    )
  }
  if (type === 'lines') return <TextArea {...props} rows={5} maxLength={4000} />
  if (type === 'day') return <TextInput {...props} type="date" />
  if (type === 'number') return <TextInput {...props} inputMode="numeric" maxLength={4} />
  return <TextInput {...props} maxLength={500} />
}

function SeveralChoices({ field, value, error }: { field: FormField; value: string; error: string | undefined }) {
  const { name, label, choices = [], several } = field
  const chosen = new Set(value.split('\n').filter(Boolean))
  const known = new Set(choices.map(choice => choice.value))
  const others = [...chosen].filter(value => !known.has(value)).join(', ')
  const errorId = useId()
  return (
    <fieldset className="several" aria-describedby={error && errorId}>
      <legend className="label">{label}</legend>
      {choices.map(({ value, label, hint }) => (
        <label key={value} className="check" title={hint}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.has(value)} />
          <span>{label}</span>
        </label>
      ))}
      {typeof several === 'object' && (
        <TextInput name={name} label={several.others} defaultValue={others} maxLength={400} small />
      )}
      {error && (
        <p className="field-error" id={errorId}>
          <Icon of={CircleAlert} />
          {error}
        </p>
      )}
    </fieldset>
  )
}
