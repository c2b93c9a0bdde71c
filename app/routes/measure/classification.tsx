import { Link } from '@remix-run/react'
import { History, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { MeasureStatus } from '#app/components/measure-status'
import { CertaintyMark } from '#app/components/provenance'
import { horizonRange } from '#server/measures/measure.shared'
import type { MeasureDetail, MeasureOptions } from '#server/measures/measure-detail.shared'
import { FieldsForm } from './fields-form'
import { RequestPill, ReviewPill } from './pills'
import { StatusMenu } from './status-menu'
import { useClassificationFields } from './use-classification-fields'
import { useEditing } from './use-editing'

/** Where a measure stands and where it belongs; for who has the options, changed right there. */
export function Classification({ measure, options }: { measure: MeasureDetail; options: MeasureOptions | null }) {
  const { t } = useTranslation(['measures', 'common', 'history'])
  const { isOpen, close, linkProps } = useEditing('classification')
  if (options && isOpen) return <ClassificationForm measure={measure} options={options} onClose={close} />
  const horizon = horizonRange(measure)
  const label = t('measure.editField', { field: t('measure.fields.classification') })
  const facts = [
    { field: 'kind', value: t(`common:measureKinds.${measure.kind}`) },
    { field: 'axis', value: measure.axisName },
    { field: 'level', value: t(`common:levels.${measure.level}`) },
    { field: 'horizon', value: horizon && t(`horizonRanges.${horizon}`) },
  ] as const
  return (
    <div className="in-place">
      <dl className="classification">
        <div>
          <dt className="sr-only">{t('columns.status')}</dt>
          <dd>
            {options ? <StatusMenu measure={measure} /> : <MeasureStatus status={measure.status} />}{' '}
            <CertaintyMark certainty={measure.fieldCertainty.status} />
          </dd>
        </div>
        {facts.map(({ field, value }) => (
          <div key={field}>
            <dt>{t(`columns.${field}`)}</dt>
            <dd>
              {value ?? t('notKnown')} <CertaintyMark certainty={value ? measure.fieldCertainty[field] : null} />{' '}
              {field === 'kind' && <RequestPill measure={measure} />}
            </dd>
          </div>
        ))}
        <ReviewPill measure={measure} />
      </dl>
      {options && (
        <Link {...linkProps} className="edit-link" aria-label={label} title={label}>
          <Icon of={Pencil} />
        </Link>
      )}
      <Link className="history-link" to={`/measures/${measure.id}/history`}>
        <Icon of={History} size="small" />
        {t('history:link')}
      </Link>
    </div>
  )
}

function ClassificationForm({
  measure,
  options,
  onClose,
}: {
  measure: MeasureDetail
  options: MeasureOptions
  onClose: () => void
}) {
  const fields = useClassificationFields(measure, options)
  return (
    <FieldsForm
      measureId={measure.id}
      part="classification"
      fields={fields}
      onClose={onClose}
      className="panel fields-form"
    />
  )
}
