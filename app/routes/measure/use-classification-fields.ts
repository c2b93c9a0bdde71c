import { useTranslation } from 'react-i18next'
import { horizonRange, horizonRanges, levels, measureKinds, measureStatuses } from '#server/measures/measure.shared'
import type { MeasureDetail, MeasureOptions } from '#server/measures/measure-detail.shared'
import type { FormField } from './field-control'

/** What a measure is classified by, with what is stored now and what there is to choose from. */
export function useClassificationFields(measure: MeasureDetail, options: MeasureOptions): FormField[] {
  const { t } = useTranslation(['measures', 'common'])
  const none = { value: '', label: t('create.none') }
  return [
    {
      name: 'status',
      label: t('columns.status'),
      stored: measure.status,
      choices: measureStatuses.map(value => ({ value, label: t(`common:measureStatuses.${value}`) })),
    },
    {
      name: 'kind',
      label: t('columns.kind'),
      stored: measure.kind,
      choices: measureKinds.map(value => ({ value, label: t(`common:measureKinds.${value}`) })),
    },
    {
      name: 'priority',
      label: t('columns.priority'),
      stored: measure.priorityId,
      choices: options.priorities.map(({ id, position, title }) => ({
        value: id,
        label: t('measure.priorityOption', { position, title }),
      })),
    },
    {
      name: 'axis',
      label: t('columns.axis'),
      stored: measure.axisId ?? '',
      choices: [none, ...options.axes.map(({ id, name }) => ({ value: id, label: name }))],
    },
    {
      name: 'level',
      label: t('columns.level'),
      stored: measure.level,
      choices: levels.map(value => ({ value, label: t(`common:levels.${value}`) })),
    },
    {
      name: 'horizon',
      label: t('columns.horizon'),
      stored: horizonRange(measure) ?? '',
      choices: [none, ...horizonRanges.map(value => ({ value, label: t(`horizonRanges.${value}`) }))],
    },
    {
      name: 'number',
      label: t('columns.number'),
      stored: String(measure.number ?? ''),
      type: 'number',
      optional: true,
    },
  ]
}
