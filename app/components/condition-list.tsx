import { useTranslation } from 'react-i18next'
import { ConditionRow, type ConditionRowProps } from './condition-row'
import type { ConditionChoices } from './what-meets-it'

/** Conditions: those that count first; what was withdrawn is folded away. */
export function ConditionList({
  conditions,
  choices,
}: {
  conditions: ConditionRowProps['condition'][]
  choices?: ConditionChoices | undefined
}) {
  const { t } = useTranslation('positions')
  const standing = conditions.filter(condition => condition.state !== 'withdrawn')
  const withdrawn = conditions.filter(condition => condition.state === 'withdrawn')
  const openFirst = [...standing].sort((one, other) => Number(one.state !== 'open') - Number(other.state !== 'open'))
  return (
    <>
      <ul className="conditions-list">
        {openFirst.map(condition => (
          <ConditionRow key={condition.id} condition={condition} choices={choices} />
        ))}
      </ul>
      {withdrawn.length > 0 && (
        <details className="more-rows">
          <summary className="text-sm text-ink-2">{t('conditions.withdrawn', { count: withdrawn.length })}</summary>
          <ul className="conditions-list">
            {withdrawn.map(condition => (
              <ConditionRow key={condition.id} condition={condition} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
