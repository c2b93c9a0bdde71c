import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/components/button'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useReason } from '#app/i18n/use-reason'
import type { BodyMark } from '#server/bodies/body.shared'
import type { DecisionFormValues } from './decision-fields'
import { useNewRow } from './use-new-row'

interface Props {
  form: FormMetadata<DecisionFormValues>
  fields: ReturnType<FormMetadata<DecisionFormValues>['getFieldset']>
  bodies: BodyMark[]
}

/** Who does what by when. */
export function ActionFields({ form, fields, bodies }: Props) {
  const { t } = useTranslation('actions')
  const { name } = fields.actions
  const rows = fields.actions.getFieldList()
  const list = useNewRow<HTMLFieldSetElement>(rows.length)
  return (
    <fieldset ref={list} className="follow-up-fields">
      <legend className="label">{t('form.actions')}</legend>
      {rows.map((row, index) => (
        <Row key={row.key} row={row} bodies={bodies}>
          <IconButton
            {...form.remove.getButtonProps({ name, index })}
            type="submit"
            icon={X}
            variant="ghost"
            label={t('form.removeAction', { number: index + 1 })}
          />
        </Row>
      ))}
      <div className="add-rows">
        <Button
          {...form.insert.getButtonProps({ name })}
          type="submit"
          small
          icon={Plus}
          aria-label={t('form.addActionLabel')}
        >
          {t('form.addAction')}
        </Button>
      </div>
    </fieldset>
  )
}

type ActionField = FieldMetadata<NonNullable<DecisionFormValues['actions']>[number], DecisionFormValues>

function Row({ row, bodies, children }: { row: ActionField; bodies: BodyMark[]; children: ReactNode }) {
  const { t } = useTranslation('actions')
  const reason = useReason()
  const { title, bodyId, dueOn } = row.getFieldset()
  return (
    <div className="follow-up-row action">
      <div className="row-fields">
        <TextInput
          name={title.name}
          label={t('form.action')}
          defaultValue={title.initialValue}
          error={reason(title.errors)}
          fieldClassName="field wide"
        />
        <Select
          name={bodyId.name}
          label={t('form.actionBody')}
          defaultValue={bodyId.initialValue}
          error={reason(bodyId.errors)}
        >
          <option value="">{t('form.chooseBody')}</option>
          {bodies.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} · {name}
            </option>
          ))}
        </Select>
        <TextInput
          type="date"
          name={dueOn.name}
          label={t('form.dueOn')}
          defaultValue={dueOn.initialValue as string | undefined}
          error={reason(dueOn.errors)}
          fieldClassName="field day"
        />
      </div>
      {children}
    </div>
  )
}
