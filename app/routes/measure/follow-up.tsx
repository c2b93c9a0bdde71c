import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateText } from '#app/components/date-text'
import { EffectText } from '#app/components/effect-text'
import { DemoMark } from '#app/components/provenance'
import { ServedConditions } from '#app/components/served-conditions'
import type { ActionInList } from '#server/actions/action.shared'
import { registerNumber } from '#server/decisions/decision.shared'
import type { EffectToApply } from '#server/decisions/effect.shared'

/** What decisions changed, or still change, of this measure, and what is to be done about it. */
export function FollowUp({ effects, actions }: { effects: EffectToApply[]; actions: ActionInList[] }) {
  const { t } = useTranslation('actions')
  const open = actions.filter(({ state }) => state === 'open')
  if (effects.length + open.length === 0) return null
  return (
    <section className="side-section" aria-labelledby="follow-up">
      <h2 id="follow-up">{t('effects.title')}</h2>
      <ul className="decisions">
        {effects.map(effect => (
          <li key={effect.id} data-effect-state={effect.state}>
            <EffectText effect={effect} plain />{' '}
            <span className={effect.isOverdue ? 'text-warn' : 'text-ink-3'}>
              {t(`effects.states.${effect.isOverdue && effect.state === 'to-apply' ? 'overdue' : effect.state}`)},{' '}
              <Link to={`/decisions/${effect.decisionId}#gevolgen`}>{registerNumber(effect.decision)}</Link>
            </span>{' '}
            <DemoMark isDemo={effect.isDemo} />
            <ServedConditions conditions={effect.serves} />
          </li>
        ))}
        {open.map(action => (
          <li key={action.id}>
            <span lang="nl">{action.title}</span>{' '}
            <span className={action.isOverdue ? 'text-warn' : 'text-ink-3'}>
              {action.body.code}
              {action.dueOn && (
                <>
                  , <DateText date={action.dueOn} />
                </>
              )}
              {action.decision && (
                <>
                  , <Link to={`/decisions/${action.decision.id}#gevolgen`}>{registerNumber(action.decision)}</Link>
                </>
              )}
            </span>{' '}
            <DemoMark isDemo={action.isDemo} />
            <ServedConditions conditions={action.serves} />
          </li>
        ))}
      </ul>
    </section>
  )
}
