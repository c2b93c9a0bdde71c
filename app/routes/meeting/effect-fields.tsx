import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import { type EffectKind, effectKinds } from '#server/decisions/effect.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import type { DecisionFormValues } from './decision-fields'
import { EffectParts } from './effect-parts'
import type { MeetingChoices } from './meeting-choices'
import { useNewRow } from './use-new-row'

interface Props {
  form: FormMetadata<DecisionFormValues>
  fields: ReturnType<FormMetadata<DecisionFormValues>['getFieldset']>
  item: AgendaItem
  choices: MeetingChoices
}

/** What the decision changes: a row each, of the kind whose button was pressed, applied at once unless told otherwise. */
export function EffectFields({ form, fields, item, choices }: Props) {
  const { t } = useTranslation('actions')
  const reason = useReason()
  const { name, errors } = fields.effects
  const rows = fields.effects.getFieldList()
  const list = useNewRow<HTMLFieldSetElement>(rows.length)
  const [measure] = item.measures
  const startOf = (kind: EffectKind) => ({
    kind,
    applyNow: 'on',
    ...(measure && kind !== 'ask-body' && { measureId: measure.id }),
  })
  return (
    <fieldset ref={list} className="follow-up-fields">
      <legend className="label">{t('form.effects')}</legend>
      {errors && (
        <Note tone="bad" role="alert" className="mb-2">
          {reason(errors)}
        </Note>
      )}
      {rows.map((row, index) => (
        <Row key={row.key} row={row} item={item} choices={choices}>
          <IconButton
            {...form.remove.getButtonProps({ name, index })}
            type="submit"
            icon={X}
            variant="ghost"
            label={t('form.removeEffect', { number: index + 1 })}
          />
        </Row>
      ))}
      <div className="add-rows">
        {effectKinds.map(kind => (
          <Button
            key={kind}
            {...form.insert.getButtonProps({ name, defaultValue: startOf(kind) as never })}
            type="submit"
            small
            icon={Plus}
            aria-label={t('form.addEffectLabel', { kind: t(`form.addEffect.${kind}`) })}
          >
            {t(`form.addEffect.${kind}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

export type EffectField = FieldMetadata<NonNullable<DecisionFormValues['effects']>[number], DecisionFormValues>

interface RowProps {
  row: EffectField
  item: AgendaItem
  choices: MeetingChoices
  children: React.ReactNode
}

function Row({ row, item, choices, children }: RowProps) {
  const { t } = useTranslation('actions')
  const reason = useReason()
  const fields = row.getFieldset()
  const kind = effectKinds.find(known => known === fields.kind.initialValue) ?? 'set-status'
  return (
    <fieldset className="follow-up-row" data-effect={kind}>
      <legend className="sr-only">{t(`effects.kinds.${kind}`)}</legend>
      <span className="row-kind" aria-hidden="true">
        {t(`effects.kinds.${kind}`)}
      </span>
      <input type="hidden" name={fields.kind.name} value={kind} />
      <div className="row-fields">
        <EffectParts row={row} kind={kind} item={item} choices={choices} />
        <TextInput
          type="date"
          name={fields.dueOn.name}
          label={t('form.dueOn')}
          defaultValue={fields.dueOn.initialValue as string | undefined}
          error={reason(fields.dueOn.errors)}
          fieldClassName="field day"
        />
        <label className="check apply-now" title={t('form.applyNowLong')}>
          <input type="checkbox" name={fields.applyNow.name} defaultChecked={fields.applyNow.initialValue === 'on'} />
          <span>{t('form.applyNow')}</span>
        </label>
      </div>
      {children}
    </fieldset>
  )
}
