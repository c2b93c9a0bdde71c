import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { useFormReply } from '#app/use-form-reply'
import type { MeasureOptions } from '#server/measures/measure-detail.shared'
import { ForWhom } from './for-whom'
import type { Owner } from './owners-for'

/** Asks another body to take over; until it accepts, nothing changes. */
export function TransferForm({
  owner,
  measureId,
  options,
}: {
  owner: Owner
  measureId: string
  options: MeasureOptions
}) {
  const { t } = useTranslation('measures')
  const { Form, formProps, errors, values } = useFormReply('transfer-responsibility', {
    isMine: values => values.responsibilityId === owner.id,
  })
  const [bodyId, setBodyId] = useState(values.bodyId ?? '')
  const people = options.people.filter(person => person.bodyId === bodyId)
  return (
    <details className="answer" open={Object.keys(errors).length > 0 || undefined}>
      <summary className="button ghost small">
        {t('owners.transfer')}
        <ForWhom owner={owner} />
      </summary>
      <Form {...formProps} action={`/measures/${measureId}`} className="panel">
        <input type="hidden" name="intent" value="transfer-responsibility" />
        <input type="hidden" name="responsibilityId" value={owner.id} />
        {errors[''] && (
          <Note tone="bad" role="alert" className="mb-3">
            {errors['']}
          </Note>
        )}
        <Select
          name="bodyId"
          label={t('owners.toBody')}
          hint={t('owners.transferHint', { code: owner.bodyCode })}
          value={bodyId}
          onChange={event => setBodyId(event.target.value)}
          error={errors.bodyId}
          required
        >
          <option value="">{t('owners.chooseBody')}</option>
          {options.bodies
            .filter(({ id }) => id !== owner.bodyId)
            .map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} · {name}
              </option>
            ))}
        </Select>
        {people.length > 0 && (
          <Select
            key={bodyId}
            name="personId"
            label={t('owners.personField')}
            defaultValue={values.personId ?? ''}
            error={errors.personId}
            optional
          >
            <option value="">{t('owners.anyPerson')}</option>
            {people.map(person => (
              <option key={person.personId} value={person.personId}>
                {person.name}
              </option>
            ))}
          </Select>
        )}
        <Button type="submit" small className="mt-3">
          {t('owners.transferNow')}
          <ForWhom owner={owner} />
        </Button>
      </Form>
    </details>
  )
}
