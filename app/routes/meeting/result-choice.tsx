import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { decisionResults } from '#server/decisions/decision.shared'

/** What it came to. */
export function ResultChoice({ name, initial, error }: { name: string; initial?: string; error?: string }) {
  const { t } = useTranslation('decisions')
  const errorId = useId()
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className="label">{t('form.result')}</legend>
      <div className="choices">
        {decisionResults.map(result => (
          <label key={result}>
            <input
              type="radio"
              name={name}
              value={result}
              defaultChecked={initial === result}
              aria-invalid={error ? true : undefined}
            />
            {t(`results.${result}`)}
          </label>
        ))}
      </div>
      {error && (
        <p className="field-error" id={errorId}>
          <Icon of={CircleAlert} />
          {error}
        </p>
      )}
    </fieldset>
  )
}
