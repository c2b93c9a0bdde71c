import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { stances } from '#server/positions/position.shared'
import { ConditionFields } from './condition-fields'
import type { PositionStart } from './position-start'
import type { AnswerProps } from './your-part'

interface FieldsProps extends AnswerProps {
  /** tells this form from others on the page */
  name: string
  start: PositionStart
  errors: Record<string, string>
  onRows: () => void
}

/** The stance, and what belongs to it: the rest shows as it is chosen, without a script too. */
export function PositionFields({ body, measure, isOpen, start, errors, onRows }: FieldsProps) {
  const { t } = useTranslation('positions')
  const errorId = useId()
  return (
    <>
      {isOpen && measure.isMoved && (
        <fieldset className="about">
          <legend className="label">{t('mine.about')}</legend>
          {(['asked', 'now'] as const).map(about => (
            <label className="check" key={about}>
              <input type="radio" name="about" value={about} defaultChecked={start.about === about} />
              {t(about === 'asked' ? 'mine.aboutAsked' : 'mine.aboutNow', { version: measure.version.number })}
            </label>
          ))}
        </fieldset>
      )}
      {!isOpen && <input type="hidden" name="about" value="now" />}
      <fieldset aria-describedby={errors.stance ? errorId : undefined}>
        <legend className="label">{t('mine.stance', { body: body.code })}</legend>
        <div className="choices">
          {stances.map(stance => (
            <label key={stance}>
              <input type="radio" name="stance" value={stance} defaultChecked={start.stance === stance} />
              {t(`stances.${stance}`)}
            </label>
          ))}
        </div>
        {errors.stance && (
          <p className="field-error" id={errorId}>
            <Icon of={CircleAlert} />
            {errors.stance}
          </p>
        )}
      </fieldset>
      <ConditionFields start={start.conditions} error={errors.conditions} onRows={onRows} />
      <div className="for-no-mandate">
        <TextInput
          name="until"
          type="date"
          label={t('mine.until')}
          defaultValue={start.until}
          error={errors.until}
          className="max-w-52"
        />
      </div>
      <TextArea
        name="reason"
        label={t('mine.reason')}
        hint={t('mine.reasonHint')}
        defaultValue={start.reason}
        error={errors.reason}
        maxLength={5000}
        rows={3}
      />
    </>
  )
}
