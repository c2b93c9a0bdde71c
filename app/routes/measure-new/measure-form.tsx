import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/button'
import { Note } from '#app/components/note'
import { Select } from '#app/components/select'
import { TextInput } from '#app/components/text-input'
import { useFormReply } from '#app/use-form-reply'
import { type CreateMeasureInput, horizonRanges, levels, measureKinds } from '#server/measures/measure.shared'
import type { MeasureDetail } from '#server/measures/measure-detail.shared'
import type { Plan } from '#server/plans/plan.shared'

/** What a measure needs to exist; its text is written on its own page. What is part of another begins as that one is. */
export function MeasureForm({ plan, parent }: { plan: Plan; parent: MeasureDetail | null }) {
  const { t } = useTranslation(['measures', 'common'])
  const { Form, formProps, errors, values } = useFormReply('create-measure')
  const field = (name: keyof CreateMeasureInput, first = '') => ({
    name,
    defaultValue: values[name] ?? first,
    error: errors[name],
  })
  return (
    <Form {...formProps}>
      <input type="hidden" name="intent" value="create-measure" />
      {parent && <input type="hidden" name="parentId" value={parent.id} />}
      {errors[''] && (
        <Note tone="bad" role="alert" className="mb-4">
          {errors['']}
        </Note>
      )}
      <TextInput {...field('title')} label={t('create.name')} hint={t('create.nameHint')} maxLength={200} required />
      <Select {...field('priorityId', parent?.priorityId)} label={t('columns.priority')} required>
        <option value="">{t('create.choose')}</option>
        {plan.priorities.map(({ id, position, title }) => (
          <option key={id} value={id}>
            {t('measure.priorityOption', { position, title })}
          </option>
        ))}
      </Select>
      <Select {...field('level', parent?.level ?? 'flemish')} label={t('columns.level')} required>
        {levels.map(level => (
          <option key={level} value={level}>
            {t(`common:levels.${level}`)}
          </option>
        ))}
      </Select>
      <Select {...field('kind', 'measure')} label={t('columns.kind')} required>
        {measureKinds.map(kind => (
          <option key={kind} value={kind}>
            {t(`common:measureKinds.${kind}`)}
          </option>
        ))}
      </Select>
      <Select {...field('axisId', parent?.axisId ?? '')} label={t('columns.axis')} optional>
        <option value="">{t('create.none')}</option>
        {plan.axes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select {...field('horizon')} label={t('columns.horizon')} optional>
        <option value="">{t('create.none')}</option>
        {horizonRanges.map(range => (
          <option key={range} value={range}>
            {t(`horizonRanges.${range}`)}
          </option>
        ))}
      </Select>
      <TextInput
        {...field('number')}
        label={t('create.number')}
        hint={t('create.numberHint')}
        inputMode="numeric"
        maxLength={4}
        optional
      />
      <div className="row mt-6">
        <Button type="submit" variant="primary">
          {t('create.submit')}
        </Button>
        <LinkButton to="/measures" variant="ghost">
          {t('common:cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}
