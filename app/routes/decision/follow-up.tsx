import { useTranslation } from 'react-i18next'
import { type ActionRights, ActionRow } from '#app/components/action-row'
import { type EffectRights, EffectRow } from '#app/components/effect-row'
import { Section } from '#app/components/section'
import type { ActionInList } from '#server/actions/action.shared'
import type { Effect } from '#server/decisions/effect.shared'

/** What the decision changes and gives to do, and how far that is. */
export function FollowUp({
  effects,
  actions,
  can,
}: {
  effects: Effect[]
  actions: ActionInList[]
  can: EffectRights & { actions: Record<string, ActionRights> }
}) {
  const { t } = useTranslation('actions')
  const settled =
    effects.filter(({ state }) => state === 'applied').length + actions.filter(({ state }) => state === 'done').length
  const all = effects.length + actions.length
  return (
    <div id="gevolgen">
      <Section title={t('effects.title')} count={all > 0 ? t('effects.count', { applied: settled, all }) : undefined}>
        {all === 0 && <p className="mt-3 text-ink-2">{t('effects.none')}</p>}
        <ul aria-label={t('effects.title')}>
          {effects.map(effect => (
            <EffectRow key={effect.id} effect={effect} can={can} />
          ))}
          {actions.map(action => (
            <ActionRow
              key={action.id}
              action={action}
              can={can.actions[action.id] ?? { carry: false, drop: false }}
              hideSource
            />
          ))}
        </ul>
      </Section>
    </div>
  )
}
