import { useTranslation } from 'react-i18next'
import type { FactChoices, MeasureDetail, MeasureOptions } from '#server/measures/measure-detail.shared'
import { writePartialDate } from '#server/measures/partial-date.shared'
import type { FormField } from './field-control'

/** The facts that fewer measures have, with what is stored now and what there is to choose from. */
export function useFactFields(measure: MeasureDetail, options: MeasureOptions, choices: FactChoices): FormField[] {
  const { t, i18n } = useTranslation(['facts', 'measures'])
  const lines = (values: string[]) => [...values].sort().join('\n')
  const suggested = t('suggestedGroups').split(', ')
  const groups = [...new Set([...suggested, ...choices.targetGroups, ...measure.targetGroups])]
  return [
    {
      name: 'startsOn',
      label: t('fields.startsOn'),
      hint: t('hints.partialDate'),
      stored: writePartialDate(measure.startsOn),
      optional: true,
    },
    { name: 'endsOn', label: t('fields.endsOn'), stored: writePartialDate(measure.endsOn), optional: true },
    {
      name: 'targetGroups',
      label: t('fields.targetGroups'),
      stored: lines(measure.targetGroups),
      choices: groups.map(group => ({ value: group, label: group })),
      several: { others: t('hints.otherGroups') },
      wide: true,
    },
    {
      name: 'priorities',
      label: t('fields.priorities'),
      stored: lines(measure.otherPriorities.map(priority => priority.id)),
      choices: options.priorities
        .filter(({ id }) => id !== measure.priorityId)
        .map(({ id, position, title }) => ({ value: id, label: t('about.priority', { position, title }) })),
      several: true,
      wide: true,
    },
    {
      name: 'basicFunctions',
      label: t('fields.basicFunctions'),
      stored: lines(measure.basicFunctions.map(served => served.id)),
      choices: choices.basicFunctions.map(({ id, nameNl, nameEn, definition }) => ({
        value: id,
        label: i18n.language === 'nl' ? nameNl : nameEn,
        hint: definition,
      })),
      several: true,
      wide: true,
    },
    {
      name: 'parent',
      label: t('fields.parent'),
      stored: measure.ancestors.at(-1)?.id ?? '',
      choices: [
        { value: '', label: t('notPart') },
        ...choices.parents.map(({ id, number, title }) => ({
          value: id,
          label: number === null ? title : t('about.number', { number, title }),
        })),
      ],
      wide: true,
    },
    {
      name: 'reviewDueOn',
      label: t('fields.reviewDueOn'),
      hint: t('hints.reviewDueOn'),
      stored: measure.reviewDueOn ?? '',
      type: 'day',
      optional: true,
    },
    { name: 'source', label: t('fields.source'), stored: measure.source ?? '', optional: true, wide: true },
  ]
}
