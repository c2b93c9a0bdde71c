import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { useFormReply } from '#app/use-form-reply'
import type { MeasureOptions } from '#server/measures/measure-detail.shared'
import { ForWhom } from './for-whom'
import type { Owner } from './owners-for'

/** Says who does it for the body, or that it is only the body; at once. */
export function PersonForm({
  owner,
  measureId,
  options,
}: {
  owner: Owner
  measureId: string
  options: MeasureOptions
}) {
  const { t } = useTranslation('measures')
  const place = useRef<HTMLDetailsElement>(null)
  const { Form, formProps, errors, values, reply } = useFormReply('change-responsible-person', {
    isMine: values => values.responsibilityId === owner.id,
    onDone: () => {
      place.current?.removeAttribute('open')
      place.current?.querySelector('summary')?.focus()
    },
  })
  const isOvertaken = reply?.reason === 'changed-meanwhile'
  const people = options.people.filter(person => person.bodyId === owner.bodyId)
  const current = owner.isPersonGone ? '' : (owner.personId ?? '')
  return (
    <details className="answer" ref={place} open={Object.keys(errors).length > 0 || undefined}>
      <summary className="button ghost small">
        {t('owners.changePerson')}
        <ForWhom owner={owner} />
      </summary>
      <Form {...formProps} action={`/measures/${measureId}`} className="panel">
        <input type="hidden" name="intent" value="change-responsible-person" />
        <input type="hidden" name="responsibilityId" value={owner.id} />
        <input type="hidden" name="before" value={owner.personId ?? ''} />
        {isOvertaken && (
          <Note tone="warn" role="alert" className="mb-3">
            {t('owners.personMeanwhile', { name: owner.personName ?? t('owners.noPerson') })}
          </Note>
        )}
        <Select
          key={current}
          name="personId"
          label={t('owners.whoPerson')}
          defaultValue={values.personId ?? current}
          error={isOvertaken ? undefined : (errors.personId ?? errors[''])}
        >
          <option value="">{t('owners.onlyBody')}</option>
          {people.map(person => (
            <option key={person.personId} value={person.personId}>
              {person.name}
            </option>
          ))}
        </Select>
        <Button type="submit" small className="mt-3">
          {t('owners.changePersonNow')}
          <ForWhom owner={owner} />
        </Button>
      </Form>
    </details>
  )
}
