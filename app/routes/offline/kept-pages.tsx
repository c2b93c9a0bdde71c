import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { KeptPage } from '#app/offline/kept-pages'

/** Pages that open without a connection, and from when each is. */
export function KeptPages({ pages }: { pages: KeptPage[] }) {
  const { t } = useTranslation('offline')
  const format = useFormat()
  return (
    <ul className="kept-pages">
      {pages.map(({ address, title, keptAt }) => (
        <li key={address}>
          <Link to={address}>{title}</Link>
          <time dateTime={keptAt.toISOString()}>
            {t('keptAt', { date: format.date(keptAt), time: format.time(keptAt) })}
          </time>
        </li>
      ))}
    </ul>
  )
}
