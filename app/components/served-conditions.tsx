import './positions.css'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ServedCondition } from '#server/positions/condition.shared'

/** Beside a discussion, an effect or an action: the conditions of positions that it meets, so that nobody drops it unawares. */
export function ServedConditions({ conditions }: { conditions: ServedCondition[] }) {
  const { t } = useTranslation('positions')
  if (conditions.length === 0) return null
  return (
    <ul className="served-conditions">
      {conditions.map(({ id, measureId, text, bodyCode, state }) => (
        <li key={id}>
          {t('conditions.serves', { code: bodyCode, state: t(`conditions.states.${state}`) })}{' '}
          <Link to={`/measures/${measureId}#condition-${id}`} lang="nl">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  )
}
