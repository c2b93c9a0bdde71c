import type { FormMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { useReason } from '#app/i18n/use-reason'
import type { RecordDecisionInput } from '#server/decisions/decision.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import type { DecisionFormValues } from './decision-fields'
import { MeasurePicker } from './measure-picker'
import type { MeetingChoices } from './meeting-choices'
import { useTabledText } from './use-tabled-text'

interface Props {
  fields: ReturnType<FormMetadata<DecisionFormValues>['getFieldset']>
  item: AgendaItem
  choices: MeetingChoices
  /** what is being confirmed: that, and nothing newer, is what was seen */
  asked: RecordDecisionInput | undefined
}

/** The texts that the decision is about, as they lie on the table. */
export function TabledMeasures({ fields, item, choices, asked }: Props) {
  const { t } = useTranslation('decisions')
  const reason = useReason()
  const tabledText = useTabledText()
  const name = fields.measureIds.name
  const initial = [fields.measureIds.initialValue].flat().filter(value => typeof value === 'string')
  const seen = asked?.seen ?? item.measures.map(({ id, hash }) => ({ measureId: id, hash }))
  const others = choices.measures.filter(({ id }) => !item.measures.some(measure => measure.id === id))
  const label = t(item.measures.length > 0 ? 'form.otherMeasures' : 'form.chooseMeasure')
  const error = reason(fields.measureIds.errors)
  return (
    <div className="tabled">
      {error && (
        <Note tone="warn" role="alert" className="mb-2">
          {error}
        </Note>
      )}
      {seen.map(({ measureId, hash }, index) => (
        <span key={measureId} hidden>
          <input type="hidden" name={`${fields.seen.name}[${index}].measureId`} value={measureId} />
          <input type="hidden" name={`${fields.seen.name}[${index}].hash`} value={hash} />
        </span>
      ))}
      {item.measures.length > 0 && (
        <fieldset>
          <legend className="label">{t('form.measures')}</legend>
          <ul className="tabled-list">
            {item.measures.map(measure => (
              <li key={measure.id}>
                <label className="check">
                  <input type="checkbox" name={name} value={measure.id} defaultChecked={initial.includes(measure.id)} />
                  <span>{measure.title}</span>
                </label>
                <span className="text-ink-3">{tabledText(measure)}</span>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      {others.length > 0 && (
        <details>
          <summary>{label}</summary>
          <MeasurePicker name={name} legend={label} legendHidden measures={others} initial={initial} />
        </details>
      )}
    </div>
  )
}
