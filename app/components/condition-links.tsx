import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { registerNumber } from '#server/decisions/decision.shared'
import type { ConditionLink } from '#server/positions/condition.shared'
import { useAnswerWords } from './use-answer-words'

/** What meets a condition, in the view of who pointed at it, and what became of that. */
export function ConditionLinks({ links, measureId }: { links: ConditionLink[]; measureId: string }) {
  const { t } = useTranslation('positions')
  if (links.length === 0) return null
  return (
    <ul className="links">
      {links.map(link => (
        <li key={link.id}>
          {t('conditions.metBy')} <Target link={link} measureId={measureId} />
        </li>
      ))}
    </ul>
  )
}

function Target({ link, measureId }: { link: ConditionLink; measureId: string }) {
  const { t } = useTranslation('positions')
  const words = useAnswerWords()
  const { quote, version, thread, decision, effect, action } = link
  if (thread) {
    return <Link to={`/measures/${measureId}?thread=${thread.id}#thread-${thread.id}`}>{words.thread(thread)}</Link>
  }
  if (action) {
    const asked = new URLSearchParams({ whose: 'all', state: 'any', q: action.title })
    return <Link to={`/actions?${asked}#action-${action.id}`}>{words.action(action)}</Link>
  }
  if (decision) {
    return (
      <Link to={`/decisions/${decision.id}${effect ? '#gevolgen' : ''}`}>
        {effect ? words.effect({ ...effect, decision }) : `${registerNumber(decision)} ${decision.title}`}
      </Link>
    )
  }
  return (
    <>
      <q lang="nl">{quote}</q>{' '}
      <Link to={`/measures/${measureId}/versions?from=${version}&to=now#verschil`}>
        {t('conditions.inVersion', { version })}
      </Link>
    </>
  )
}
