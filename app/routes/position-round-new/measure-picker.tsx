import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import type { RoundChoices } from '#server/positions/position-round.shared'

/** Tick the measures that the round is about; those that are ticked come first. */
export function MeasurePicker({
  measures,
  initial,
  error,
}: {
  measures: RoundChoices['measures']
  initial: string[]
  error?: string | undefined
}) {
  const { t } = useTranslation('positions')
  const errorId = useId()
  const first = [...measures].sort(
    (one, other) => Number(initial.includes(other.id)) - Number(initial.includes(one.id)),
  )
  return (
    <fieldset className="pick" aria-describedby={error ? errorId : undefined}>
      <legend className="label">{t('form.measures')}</legend>
      <span className="hint">{t('form.measuresHint')}</span>
      <ul className="pick-measures">
        {first.map(({ id, number, title }) => (
          <li key={id}>
            <label className="check">
              <input type="checkbox" name="measureIds" value={id} defaultChecked={initial.includes(id)} />
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
