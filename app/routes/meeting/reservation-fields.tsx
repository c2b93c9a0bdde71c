import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/components/button'
import { Select } from '#app/components/select'
import { TextArea } from '#app/components/text-area'
import { useReason } from '#app/i18n/use-reason'
import type { BodyMark } from '#server/bodies/body.shared'
import type { DecisionFormValues } from './decision-fields'

interface Props {
  form: FormMetadata<DecisionFormValues>
  fields: ReturnType<FormMetadata<DecisionFormValues>['getFieldset']>
  bodies: BodyMark[]
}

/** By consensus or by vote, and who agreed with a reservation. */
export function ReservationFields({ form, fields, bodies }: Props) {
  const { t } = useTranslation('decisions')
  const rows = fields.reservations.getFieldList()
  return (
    <div className="reservations">
      <Select name={fields.reachedBy.name} label={t('form.way')} defaultValue={fields.reachedBy.initialValue}>
        <option value="consensus">{t('form.byConsensus')}</option>
        <option value="vote">{t('form.byVote')}</option>
      </Select>
      <fieldset>
        <legend className="label">{t('form.reservations')}</legend>
        {rows.map((row, index) => (
          <Row key={row.key} row={row} bodies={bodies}>
            <IconButton
              {...form.remove.getButtonProps({ name: fields.reservations.name, index })}
              type="submit"
              icon={X}
              variant="ghost"
              label={t('form.removeReservation', { number: index + 1 })}
            />
          </Row>
        ))}
        <Button {...form.insert.getButtonProps({ name: fields.reservations.name })} type="submit" small icon={Plus}>
          {t('form.addReservation')}
        </Button>
      </fieldset>
    </div>
  )
}

type ReservationField = FieldMetadata<NonNullable<DecisionFormValues['reservations']>[number], DecisionFormValues>

function Row({ row, bodies, children }: { row: ReservationField; bodies: BodyMark[]; children: ReactNode }) {
  const { t } = useTranslation('decisions')
  const reason = useReason()
  const { bodyId, text } = row.getFieldset()
  return (
    <div className="reservation">
      <Select
        name={bodyId.name}
        label={t('form.body')}
        defaultValue={bodyId.initialValue}
        error={reason(bodyId.errors)}
      >
        <option value="">{t('form.chooseBody')}</option>
        {bodies.map(body => (
          <option key={body.id} value={body.id}>
            {body.code} · {body.name}
          </option>
        ))}
      </Select>
      {children}
      <TextArea
        rows={2}
        name={text.name}
        label={t('form.reservationText')}
        defaultValue={text.initialValue}
        error={reason(text.errors)}
      />
    </div>
  )
}
