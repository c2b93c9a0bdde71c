import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextArea } from '#app/components/text-area'
import { useFormReply } from '#app/use-form-reply'
import type { LinkedMeasure, Relation } from '#server/dependencies/dependency-graph.shared'

/** What can be said of this measure; what holds both ways is there once. */
const relations: Relation[] = [
  'blocks.in',
  'blocks.out',
  'supports.out',
  'supports.in',
  'needs-regulation.out',
  'needs-regulation.in',
  'overlaps.out',
  'conflicts.out',
]

/** Says how this measure hangs together with another, as a sentence; the form stays, for the next one. */
export function AddDependency({
  measureId,
  choices,
}: {
  measureId: string
  choices: Pick<LinkedMeasure, 'id' | 'number' | 'title'>[]
}) {
  const { t } = useTranslation('dependencies')
  const place = useRef<HTMLDivElement>(null)
  const ready = () => {
    place.current?.querySelector('form')?.reset()
    place.current?.querySelector('select')?.focus()
  }
  const { Form, formProps, reply, errors, values } = useFormReply('add-dependency', { onDone: ready })
  const typed = reply?.ok ? {} : values
  return (
    <div ref={place}>
      <Form {...formProps} action={`/measures/${measureId}?edit=dependencies`} className="panel add-dependency">
        <input type="hidden" name="intent" value="add-dependency" />
        {errors[''] && (
          <Note tone="bad" role="alert" className="mb-3">
            {errors['']}
          </Note>
        )}
        <Select name="relation" label={t('add')} defaultValue={typed.relation} error={errors.kind}>
          {relations.map(relation => (
            <option key={relation} value={relation}>
              {t(`relations.${relation}`)}
            </option>
          ))}
        </Select>
        <Select
          name="otherId"
          label={t('other')}
          defaultValue={typed.otherId ?? ''}
          error={errors.toId ?? errors.fromId}
          required
        >
          <option value="">{t('choose')}</option>
          {choices
            .filter(({ id }) => id !== measureId)
            .map(({ id, number, title }) => (
              <option key={id} value={id}>
                {number === null ? title : `${number}. ${title}`}
              </option>
            ))}
        </Select>
        <TextArea
          name="note"
          label={t('note')}
          hint={t('noteHint')}
          defaultValue={typed.note}
          error={errors.note}
          maxLength={500}
          rows={2}
          optional
        />
        <Button type="submit" variant="primary" small className="mt-3">
          {t('save')}
        </Button>
      </Form>
    </div>
  )
}
