import { usePresence } from '#app/collab/use-presence'
import type { PersonHere } from '#server/collab/protocol.shared'
import { AccountMenu } from './account-menu'
import { Brand } from './brand'
import { PresenceStack } from './presence-stack'
import { SiteNav } from './site-nav'
import type { Viewer } from './viewer'

/** Brand, group, who is online, me, and the main menu. */
export function SiteHeader({ actor, online, work }: { actor: Viewer; online: PersonHere[]; work: number }) {
  const people = usePresence(`group:${actor.groupId}`, online)
  return (
    <header className="site-header">
      <div className="site-bar">
        <Brand />
        <span className="group-name">{actor.groupName}</span>
        <span className="group-presence">
          <PresenceStack people={people.filter(person => person.personId !== actor.personId)} />
        </span>
        <AccountMenu actor={actor} />
      </div>
      <SiteNav work={work} />
    </header>
  )
}
