import { useTranslation } from 'react-i18next'
import type { PersonHere } from '#server/collab/protocol.shared'
import { BodyAvatar } from './body-avatar'

const MAX_SHOWN = 4

/** Who is here now: four at most, then a number. */
export function PresenceStack({ people }: { people: readonly PersonHere[] }) {
  const { t } = useTranslation()
  if (people.length === 0) return null
  const shown = people.slice(0, MAX_SHOWN)
  const more = people.length - shown.length
  const codes = shown.map(person => person.bodyCode).join(', ')
  return (
    <span
      className="presence-stack"
      role="img"
      aria-label={t('presence.here', { codes: more ? t('presence.others', { codes, count: more }) : codes })}
    >
      {shown.map(person => (
        <BodyAvatar
          key={person.personId}
          code={person.bodyCode}
          name={`${person.name}, ${person.bodyName}`}
          colour={person.colour}
          small
          here
        />
      ))}
      {more > 0 && <span className="avatar small more">+{more}</span>}
    </span>
  )
}
