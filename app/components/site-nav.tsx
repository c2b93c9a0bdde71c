import { NavLink } from '@remix-run/react'
import { CalendarDays, CircleCheck, Gavel, ListTodo, Scale, Table2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

const places = [
  { to: '/', name: 'home', short: 'home', icon: ListTodo },
  { to: '/measures', name: 'measures', short: 'measuresShort', icon: Table2 },
  { to: '/meetings', name: 'meetings', short: 'meetingsShort', icon: CalendarDays },
  { to: '/position-rounds', name: 'positions', short: 'positionsShort', icon: Scale },
  { to: '/decisions', name: 'decisions', short: 'decisionsShort', icon: Gavel },
  { to: '/actions', name: 'actions', short: 'actionsShort', icon: CircleCheck },
] as const

/** The main menu on a wide screen; `work` is how much waits for an answer. */
export function SiteNav({ work }: { work: number }) {
  const { t } = useTranslation()
  return (
    <nav className="site-nav" aria-label={t('mainMenu')}>
      {places.map(place => (
        <NavLink key={place.to} to={place.to} end={place.to === '/'} prefetch="intent">
          {t(`nav.${place.name}`)}
          {place.to === '/' && <WorkCount work={work} />}
        </NavLink>
      ))}
    </nav>
  )
}

/** The same under the thumb, on a phone. */
export function TabBar({ work }: { work: number }) {
  const { t } = useTranslation()
  return (
    <nav className="tab-bar" aria-label={t('bottomMenu')}>
      {places.map(place => (
        <NavLink key={place.to} to={place.to} end={place.to === '/'}>
          <Icon of={place.icon} size="large" />
          {t(`nav.${place.short}`)}
          {place.to === '/' && <WorkCount work={work} />}
        </NavLink>
      ))}
    </nav>
  )
}

function WorkCount({ work }: { work: number }) {
  const { t } = useTranslation()
  if (work === 0) return null
  return (
    <>
      <span className="count strong" aria-hidden="true">
        {work}
      </span>
      <span className="sr-only">, {t('nav.toAnswer', { count: work })}</span>
    </>
  )
}
