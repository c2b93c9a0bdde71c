import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { type OfferedView, SavedViewLinks, SavedViewMenu } from './saved-views'
import { views } from './views'

/** From one way to look to another, with the same filters; and to those that were saved. */
export function ViewTabs({ saved, canShare }: { saved: OfferedView[]; canShare: boolean }) {
  const { t } = useTranslation('plan')
  const { pathname, search } = useLocation()
  const kept = new URLSearchParams(search)
  kept.delete('page')
  return (
    <div className="view-row">
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
        <SavedViewLinks views={saved} />
      </nav>
      <SavedViewMenu views={saved} canShare={canShare} />
    </div>
  )
}
