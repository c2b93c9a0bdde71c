import { useTranslation } from 'react-i18next'
import {
  horizonRange,
  horizonRanges,
  levels,
  type MeasureField,
  measureKinds,
  measureStatuses,
} from '#server/measures/measure.shared'
import type { MeasureDetail, MeasureOptions } from '#server/measures/measure-detail.shared'
import type { Choice } from './classification-field'

interface ClassificationFieldOfMeasure {
  name: Extract<MeasureField, 'status' | 'kind' | 'priority' | 'axis' | 'level' | 'horizon' | 'number'>
  /** as a form says it: '' for none */
  stored: string
  /** absent: it is typed */
  choices?: Choice[]
}

/** What a measure is classified by, with what is stored now and what there is to choose from. */
export function useClassificationFields(
  measure: MeasureDetail,
  options: MeasureOptions,
): ClassificationFieldOfMeasure[] {
  const { t } = useTranslation(['measures', 'common'])
  const none = { value: '', label: t('create.none') }
  return [
    {
      name: 'status',
      stored: measure.status,
      choices: measureStatuses.map(value => ({ value, label: t(`common:measureStatuses.${value}`) })),
    },
    {
      name: 'kind',
      stored: measure.kind,
      choices: measureKinds.map(value => ({ value, label: t(`common:measureKinds.${value}`) })),
    },
    {
      name: 'priority',
      stored: measure.priorityId,
      choices: options.priorities.map(({ id, position, title }) => ({
        value: id,
        label: t('measure.priorityOption', { position, title }),
      })),
    },
    {
      name: 'axis',
      stored: measure.axisId ?? '',
      choices: [none, ...options.axes.map(({ id, name }) => ({ value: id, label: name }))],
    },
    {
      name: 'level',
      stored: measure.level,
      choices: levels.map(value => ({ value, label: t(`common:levels.${value}`) })),
    },
    {
      name: 'horizon',
      stored: horizonRange(measure) ?? '',
      choices: [none, ...horizonRanges.map(value => ({ value, label: t(`horizonRanges.${value}`) }))],
    },
    { name: 'number', stored: String(measure.number ?? '') },
  ]
}
