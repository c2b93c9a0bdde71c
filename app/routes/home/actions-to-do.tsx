import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type ActionRights, ActionRow } from '#app/components/action-row'
import { Section } from '#app/components/section'
import type { ActionInList } from '#server/actions/action.shared'

/** What I, or my body, must still do; what is late comes first. */
export function ActionsToDo({
  actions,
  count,
  rights,
}: {
  actions: ActionInList[]
  count: number
  rights: Record<string, ActionRights>
}) {
  const { t } = useTranslation('actions')
  if (count === 0) return null
  return (
    <Section title={t('home.title')} count={count} end={<Link to="/actions">{t('home.all')}</Link>}>
      <ul aria-label={t('home.title')}>
        {actions.map(action => (
          <ActionRow key={action.id} action={action} can={rights[action.id] ?? { carry: false, drop: false }} />
        ))}
      </ul>
    </Section>
  )
}
