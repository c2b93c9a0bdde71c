import { useTranslation } from 'react-i18next'
import { useFormReply } from '#app/use-form-reply'
import type { DependencyOnMeasure } from '#server/dependencies/dependency-graph.shared'

/** Takes back that two measures hang together. */
export function RemoveDependency({ measureId, dependency }: { measureId: string; dependency: DependencyOnMeasure }) {
  const { t } = useTranslation('dependencies')
  const { id, kind, direction, other } = dependency
  const { Form, formProps, errors } = useFormReply('remove-dependency', {
    isMine: values => values.dependencyId === id,
  })
  const relation = t(`relations.${kind}.${direction}`)
  return (
    <Form {...formProps} action={`/measures/${measureId}?edit=dependencies`}>
      <input type="hidden" name="intent" value="remove-dependency" />
      <input type="hidden" name="dependencyId" value={id} />
      <button type="submit" className="link-button" aria-label={t('removeLabel', { relation, title: other.title })}>
        {t('remove')}
      </button>
      {errors[''] && (
        <p className="field-error" role="alert">
          {errors['']}
        </p>
      )}
    </Form>
  )
}
