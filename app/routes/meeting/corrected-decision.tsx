import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { Select } from '#app/components/select'
import { useReason } from '#app/i18n/use-reason'
import { registerNumber } from '#server/decisions/decision.shared'
import type { NamedDecision } from '#server/decisions/decision-list.shared'

interface Props {
  field: FieldMetadata<unknown>
  correctable: NamedDecision[]
}

/** Which decision the new one takes the place of; folded away, since most take none's. */
export function CorrectedDecision({ field, correctable }: Props) {
  const { t } = useTranslation('decisions')
  const error = useReason()(field.errors)
  if (correctable.length === 0) return null
  const initial = typeof field.initialValue === 'string' ? field.initialValue : ''
  return (
    <details className="tabled" open={error !== undefined || initial !== '' || undefined}>
      <summary>{t('form.corrects')}</summary>
      <Select
        name={field.name}
        label={t('form.corrects')}
        labelHidden
        hint={t('form.correctsHint')}
        defaultValue={initial}
        error={error}
      >
        <option value="">{t('form.correctsNone')}</option>
        {correctable.map(decision => (
          <option key={decision.id} value={decision.id}>
            {registerNumber(decision)} · {decision.title}
          </option>
        ))}
      </Select>
    </details>
  )
}
