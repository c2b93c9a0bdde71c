import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MeasureStatus, measureStatuses } from '#server/measures/measure.shared'
import { confidences, type ProgressReport } from '#server/measures/progress.shared'
import { confidenceIcons } from './confidence'
import { Icon } from './icon'
import { Select } from './select'
import { TextArea } from './text-area'
import { TextInput } from './text-input'

interface Props {
  /** tells the fields of several forms on a page apart */
  id: string
  /** what the reader filled in before; it comes before what was reported */
  typed: Record<string, string>
  newest: ProgressReport | null
  status: MeasureStatus
  isCorrection: boolean
  errors: Record<string, string>
}

/** Status, percentage and confidence as they were last; what was done is asked anew. */
export function ProgressFields({ id, typed, newest, status, isCorrection, errors }: Props) {
  const { t } = useTranslation(['progress', 'common'])
  const [percentage, setPercentage] = useState(typed.percentage ?? String(newest?.percentage ?? atFirst(status)))
  const confidence = typed.confidence ?? newest?.confidence
  const texts = [
    { name: 'achieved', before: isCorrection ? newest?.achieved : '', hint: t('form.achievedHint') },
    { name: 'hindrance', before: newest?.hindrance, hint: undefined },
    { name: 'upcoming', before: newest?.upcoming, hint: t('form.upcomingHint') },
  ] as const
  return (
    <>
      <div className="how-far">
        <Select
          name="status"
          label={t('form.status')}
          defaultValue={typed.status ?? status}
          error={errors.status}
          onChange={event => event.target.value === 'done' && setPercentage('100')}
        >
          {measureStatuses.map(value => (
            <option key={value} value={value}>
              {t(`common:measureStatuses.${value}`)}
            </option>
          ))}
        </Select>
        <TextInput
          name="percentage"
          type="number"
          min={0}
          max={100}
          step={1}
          required
          inputMode="numeric"
          label={t('form.percentage')}
          value={percentage}
          onChange={event => setPercentage(event.target.value)}
          aria-invalid={errors.percentage ? true : undefined}
        />
        <div className="slider">
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            aria-label={t('form.slider')}
            value={Number(percentage) || 0}
            onChange={event => setPercentage(event.target.value)}
          />
        </div>
      </div>
      {errors.percentage && (
        <p className="field-error" role="alert">
          {errors.percentage}
        </p>
      )}
      <fieldset className="confidence-choice">
        <legend className="label">{t('form.confidence')}</legend>
        <div className="choices">
          {confidences.map(value => (
            <label key={value} className={`confidence ${value}`}>
              <input type="radio" name="confidence" value={value} defaultChecked={value === confidence} required />
              <Icon of={confidenceIcons[value]} />
              {t(`confidences.${value}`)}
            </label>
          ))}
        </div>
        {errors.confidence && <p className="field-error">{errors.confidence}</p>}
      </fieldset>
      <div className="texts">
        {texts.map(({ name, before, hint }) => (
          <TextArea
            key={name}
            id={`${name}-${id}`}
            name={name}
            label={t(name)}
            hint={hint}
            defaultValue={typed[name] ?? before}
            error={errors[name]}
            maxLength={2000}
            rows={3}
            optional
          />
        ))}
      </div>
    </>
  )
}

const atFirst = (status: MeasureStatus) => (status === 'done' ? 100 : 0)
