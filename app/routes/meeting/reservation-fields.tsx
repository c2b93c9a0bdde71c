import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/components/button'
import { Select } from '#app/components/select'
import { StanceChip } from '#app/components/stance-chip'
import { TextArea } from '#app/components/text-area'
import { useReason } from '#app/i18n/use-reason'
import type { BodyMark } from '#server/bodies/body.shared'
import type { DecisionFormValues } from './decision-fields'
import type { PossibleReservation } from './stands'

interface Props {
  form: FormMetadata<DecisionFormValues>
  fields: ReturnType<FormMetadata<DecisionFormValues>['getFieldset']>
  bodies: BodyMark[]
  /** what bodies could reserve, by what they said before */
  possible: PossibleReservation[]
}

/** By consensus or by vote, and who agreed with a reservation. */
export function ReservationFields({ form, fields, bodies, possible }: Props) {
  const { t } = useTranslation('decisions')
  const { name } = fields.reservations
  const rows = fields.reservations.getFieldList()
  const named = rows.map(row => row.getFieldset().bodyId.value)
  const offered = possible.filter(({ bodyId }) => !named.includes(bodyId))
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
              {...form.remove.getButtonProps({ name, index })}
              type="submit"
              icon={X}
              variant="ghost"
              label={t('form.removeReservation', { number: index + 1 })}
            />
          </Row>
        ))}
        {offered.length > 0 && (
          <ul className="possible-reservations" aria-label={t('form.possibleReservations')}>
            {offered.map(({ bodyId, code, standing, text }) => (
              <li key={bodyId}>
                <Button
                  {...form.insert.getButtonProps({ name, defaultValue: { bodyId, text } })}
                  type="submit"
                  small
                  icon={Plus}
                >
                  {t('form.takeReservation', { code })}
                </Button>
                <span>
                  <StanceChip standing={standing} /> <span lang="nl">{text}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
        <Button {...form.insert.getButtonProps({ name })} type="submit" small icon={Plus}>
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
