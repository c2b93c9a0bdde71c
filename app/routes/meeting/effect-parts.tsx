import { useTranslation } from 'react-i18next'
import { Select } from '#app/components/select'
import { TextArea } from '#app/components/text-area'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import type { EffectKind } from '#server/decisions/effect.shared'
import { measureStatuses } from '#server/measures/measure.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import type { EffectField } from './effect-fields'
import type { MeetingChoices } from './meeting-choices'

interface Props {
  row: EffectField
  kind: EffectKind
  item: AgendaItem
  choices: MeetingChoices
}

/** The fields of one kind of effect. Each is there under its own name, whatever the kind of the row says. */
export function EffectParts({ row, kind, item, choices }: Props) {
  const { t } = useTranslation(['actions', 'common'])
  const reason = useReason()
  const fields = row.getFieldset() as unknown as Record<Part, PartField>
  const about = {
    name: fields.measureId.name,
    label: t('form.measure'),
    defaultValue: fields.measureId.initialValue,
    error: reason(fields.measureId.errors),
  }
  const part = (name: Part, label: string) => ({
    name: fields[name].name,
    label,
    defaultValue: fields[name].initialValue,
    error: reason(fields[name].errors),
  })
  const measures = (
    <Select {...about} fieldClassName="field measure" optional={kind === 'ask-body'}>
      <option value="">{t('form.chooseMeasure')}</option>
      {tabledFirst(item, choices).map(({ id, number, title }) => (
        <option key={id} value={id}>
          {number !== null && `${number} · `}
          {title}
        </option>
      ))}
    </Select>
  )
  const bodies = (label: string) => (
    <Select {...part('bodyId', label)}>
      <option value="">{t('form.chooseBody')}</option>
      {choices.bodies.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {code} · {name}
        </option>
      ))}
    </Select>
  )
  switch (kind) {
    case 'set-status':
      return (
        <>
          {measures}
          <Select {...part('status', t('form.status'))}>
            <option value="" />
            {measureStatuses.map(status => (
              <option key={status} value={status}>
                {t(`common:measureStatuses.${status}`)}
              </option>
            ))}
          </Select>
        </>
      )
    case 'set-lead':
      return (
        <>
          {measures}
          {bodies(t('form.lead'))}
        </>
      )
    case 'set-date':
      return (
        <>
          {measures}
          <Select {...part('of', t('form.dateOf'))}>
            <option value="startsOn">{t('form.startsOn')}</option>
            <option value="endsOn">{t('form.endsOn')}</option>
            {choices.milestones
              .filter(({ measureId }) => measureId === (fields.measureId.value ?? fields.measureId.initialValue))
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {t('form.milestone', { label })}
                </option>
              ))}
          </Select>
          <TextInput {...part('date', t('form.date'))} placeholder={t('form.dateHint')} />
        </>
      )
    case 'set-wording':
      return (
        <>
          {measures}
          <TextArea
            rows={2}
            {...part('passage', t('form.passage'))}
            hint={t('form.passageHint')}
            fieldClassName="field wide"
          />
          <TextArea rows={2} {...part('wording', t('form.wording'))} fieldClassName="field wide" />
        </>
      )
    case 'ask-body':
      return (
        <>
          {bodies(t('form.body'))}
          {measures}
          <TextArea rows={2} {...part('question', t('form.question'))} fieldClassName="field wide" />
        </>
      )
  }
}

type Part = 'measureId' | 'bodyId' | 'status' | 'of' | 'date' | 'passage' | 'wording' | 'question'

interface PartField {
  name: string
  initialValue?: string
  value?: string
  errors?: string[]
}

const tabledFirst = (item: AgendaItem, { measures }: MeetingChoices) => {
  const isTabled = ({ id }: { id: string }) => item.measures.some(measure => measure.id === id)
  return [...measures.filter(isTabled), ...measures.filter(measure => !isTabled(measure))]
}
