import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useToast } from '#app/components/toast'
import { useFormReply } from '#app/use-form-reply'
import type { BodyMark, MandatedPerson } from '#server/bodies/body.shared'

interface Props {
  bodies: BodyMark[]
  people: MandatedPerson[]
  measures: { id: string; number: number | null; title: string }[]
}

/** Gives something to do, in one line: what, who, by when. */
export function AddAction({ bodies, people, measures }: Props) {
  const { t } = useTranslation('actions')
  const toast = useToast()
  const element = useRef<HTMLFormElement>(null)
  const [body, setBody] = useState(bodies.length === 1 ? (bodies[0]?.id ?? '') : '')
  const { Form, formProps, isBusy, errors, values } = useFormReply('add-action', {
    onDone: () => {
      element.current?.reset()
      element.current?.querySelector('input')?.focus()
      toast(t('added'))
    },
  })
  const ofBody = people.filter(person => person.bodyId === body)
  return (
    <details className="part-details add-action" open={Object.keys(errors).length > 0 || undefined}>
      <summary>{t('add')}</summary>
      <Form {...formProps} ref={element} action="/actions" className="part">
        <input type="hidden" name="intent" value="add-action" />
        <div className="add-action-fields">
          <TextInput
            name="title"
            label={t('addTitle')}
            required
            defaultValue={values.title}
            error={errors.title ?? errors['']}
            fieldClassName="field wide"
          />
          <Select
            name="bodyId"
            label={t('addBody')}
            required
            value={body}
            onChange={event => setBody(event.currentTarget.value)}
            error={errors.bodyId}
          >
            {bodies.length > 1 && <option value="">{t('form.chooseBody')}</option>}
            {bodies.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} · {name}
              </option>
            ))}
          </Select>
          <Select
            name="personId"
            label={t('addPerson')}
            optional
            defaultValue={values.personId}
            error={errors.personId}
          >
            <option value="">{t('anybody')}</option>
            {ofBody.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </Select>
          <TextInput
            type="date"
            name="dueOn"
            label={t('addDue')}
            optional
            defaultValue={values.dueOn}
            error={errors.dueOn}
          />
          <Select
            name="measureId"
            label={t('addMeasure')}
            optional
            defaultValue={values.measureId}
            error={errors.measureId}
          >
            <option value="">{t('noMeasure')}</option>
            {measures.map(({ id, number, title }) => (
              <option key={id} value={id}>
                {number !== null && `${number} · `}
                {title}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit" variant="primary" aria-disabled={isBusy} className="mt-4">
          {t('addIt')}
        </Button>
      </Form>
    </details>
  )
}
