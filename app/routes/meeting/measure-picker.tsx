import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { Icon } from '#app/components/icon'
import type { MeasureChoice } from './meeting-choices'

interface Props {
  name: string
  legend: string
  /** the legend is for screen readers only, where the place says it to others */
  legendHidden?: boolean
  measures: MeasureChoice[]
  /** ids that are ticked at first */
  initial: string[]
  error?: string
}

/** Tick one or more measures of the plan. */
export function MeasurePicker({ name, legend, legendHidden, measures, initial, error }: Props) {
  const errorId = useId()
  return (
    <fieldset className="measure-picker" aria-describedby={error ? errorId : undefined}>
      <legend className={legendHidden ? 'sr-only' : 'label'}>{legend}</legend>
      <ul className="measure-choices">
        {measures.map(({ id, number, title }) => (
          <li key={id}>
            <label className="check">
              <input type="checkbox" name={name} value={id} defaultChecked={initial.includes(id)} />
              <span>
                {number !== null && `${number} · `}
                {title}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {error && (
        <p className="field-error" id={errorId}>
          <Icon of={CircleAlert} />
          {error}
        </p>
      )}
    </fieldset>
  )
}
