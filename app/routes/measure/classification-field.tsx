import type { ComponentProps } from 'react'
import { Select } from '#app/components/select'

export interface Choice {
  /** '' for none */
  value: string
  label: string
}

/** A list to choose one from. */
export function ClassificationField({
  choices,
  ...field
}: Omit<ComponentProps<typeof Select>, 'children'> & { choices: Choice[] }) {
  return (
    <Select {...field}>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}
