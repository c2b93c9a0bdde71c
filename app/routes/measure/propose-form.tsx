import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { useFormReply } from '#app/use-form-reply'
import type { MeasureOptions } from '#server/measures/measure-detail.shared'
import { responsibilityRoles } from '#server/measures/responsibility.shared'

/** Asks a body, if wanted one person of it, to carry this measure or to agree with it. */
export function ProposeForm({ measureId, options }: { measureId: string; options: MeasureOptions }) {
  const { t } = useTranslation(['measures', 'common'])
  const place = useRef<HTMLDetailsElement>(null)
  const close = () => {
    setBodyId('')
    place.current?.querySelector('form')?.reset()
    place.current?.removeAttribute('open')
    place.current?.querySelector('summary')?.focus()
  }
  const { Form, formProps, errors, values } = useFormReply('propose-responsibility', { onDone: close })
  const [bodyId, setBodyId] = useState(values.bodyId ?? '')
  const codes = new Map(options.bodies.map(body => [body.id, body.code]))
  const people = options.people.filter(person => !bodyId || person.bodyId === bodyId)
  const hasErrors = Object.keys(errors).length > 0
  return (
    <details className="answer propose" ref={place} open={hasErrors || undefined}>
      <summary className="button small">
        <Icon of={Plus} />
        {t('owners.propose')}
      </summary>
      <Form {...formProps} action={`/measures/${measureId}`} className="panel">
        <input type="hidden" name="intent" value="propose-responsibility" />
        {errors[''] && (
          <Note tone="bad" role="alert">
            {errors['']}
          </Note>
        )}
        <Select name="role" label={t('owners.role')} defaultValue={values.role ?? 'lead'} error={errors.role}>
          {responsibilityRoles.map(role => (
            <option key={role} value={role}>
              {t(`common:responsibilityRoles.${role}`)}
            </option>
          ))}
        </Select>
        <Select
          name="bodyId"
          label={t('owners.body')}
          value={bodyId}
          onChange={event => setBodyId(event.target.value)}
          error={errors.bodyId}
          required
        >
          <option value="">{t('owners.chooseBody')}</option>
          {options.bodies.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} · {name}
            </option>
          ))}
        </Select>
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
            <option key={`${person.personId} ${person.bodyId}`} value={person.personId}>
              {person.name} ({codes.get(person.bodyId)})
            </option>
          ))}
        </Select>
        <Button type="submit" variant="primary" small className="mt-4">
          {t('owners.send')}
        </Button>
      </Form>
    </details>
  )
}
