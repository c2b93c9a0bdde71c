import { useTranslation } from 'react-i18next'
import { usePresence } from '#app/collab/use-presence'
import { BodyAvatar } from '#app/components/body-avatar'
import { Panel } from '#app/components/panel'
import type { nl } from '#app/i18n/resources'
import type { PersonHere } from '#server/collab/protocol.shared'

type RoleName = keyof (typeof nl)['common']['roles']

/** Who of the group is here now; the reader too, so that the number is the truth. */
export function OnlinePanel({
  groupId,
  initial,
  personId,
}: {
  groupId: string
  initial: PersonHere[]
  personId: string
}) {
  const { t } = useTranslation(['home', 'common'])
  const people = usePresence(`group:${groupId}`, initial)
  return (
    <Panel title={t('online')} end={<span className="text-sm text-ink-3">{people.length || ''}</span>} flush>
      {people.length === 0 && <p className="px-4 py-3 text-sm text-ink-2">{t('nobodyOnline')}</p>}
      <ul className="online">
        {people.map(person => (
          <li key={person.personId}>
            <BodyAvatar code={person.bodyCode} name={person.bodyName} colour={person.colour} small here />
            <span className="who">{person.name}</span>
            <span className="role">
              {person.personId === personId ? t('you') : t(`common:roles.${person.role as RoleName}`)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
