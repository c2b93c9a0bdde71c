import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EffectRow } from '#app/components/effect-row'
import { Section } from '#app/components/section'
import { registerNumber } from '#server/decisions/decision.shared'
import type { EffectToApply } from '#server/decisions/effect.shared'

/** What the group decided and nobody applied yet, for who may; what is due first comes first. */
export function EffectsToApply({
  effects,
  count,
  canDrop,
}: {
  effects: EffectToApply[]
  count: number
  canDrop: boolean
}) {
  const { t } = useTranslation('actions')
  if (count === 0) return null
  return (
    <Section
      title={t('home.effects')}
      count={count}
      end={<Link to="/decisions?applied=to-apply">{t('home.register')}</Link>}
    >
      <ul aria-label={t('home.effects')}>
        {effects.map(effect => (
          <EffectRow
            key={effect.id}
            effect={effect}
            can={{ apply: true, drop: canDrop }}
            origin={
              <Link to={`/decisions/${effect.decision.id}`}>
                {t('from.decision', { number: registerNumber(effect.decision) })}: {effect.decision.title}
              </Link>
            }
          />
        ))}
      </ul>
    </Section>
  )
}
