import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { views } from './views'

/** From one way to look to another, with the same filters. */
export function ViewTabs() {
  const { t } = useTranslation('plan')
  const { pathname, search } = useLocation()
  const kept = new URLSearchParams(search)
  kept.delete('page')
  return (
    <nav className="tabs" aria-label={t('views.label')}>
      {views.map(({ to, name, icon }) => (
        <Link
          key={to}
          to={{ pathname: to, search: kept.toString() }}
          aria-current={to === pathname ? 'page' : undefined}
          prefetch="intent"
        >
          <Icon of={icon} size="small" />
          {t(`views.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
