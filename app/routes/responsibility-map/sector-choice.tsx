import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import type { MapSector } from '#server/measures/responsibility-map.shared'

type Choice = Omit<MapSector, 'bodies'> & { count: number }

/** Of which sector the bodies are shown. */
export function SectorChoice({ choices, chosen }: { choices: Choice[]; chosen: string | null }) {
  const { t, i18n } = useTranslation('pictures')
  const { search } = useLocation()
  const to = (sectorId: string | null) => {
    const params = new URLSearchParams(search)
    if (sectorId) params.set('bodiesOf', sectorId)
    else params.delete('bodiesOf')
    return { search: params.toString() }
  }
  const all = choices.reduce((sum, { count }) => sum + count, 0)
  return (
    <nav className="sector-choice" aria-label={t('map.choose')}>
      <Link to={to(null)} preventScrollReset aria-current={chosen ? undefined : 'true'}>
        {t('map.all')} <span className="many">{all}</span>
      </Link>
      {choices.map(({ id, nameNl, nameEn, colour, count }) => (
        <Link
          key={id}
          to={to(id)}
          preventScrollReset
          aria-current={id === chosen ? 'true' : undefined}
          className={classNames(`sector-${colour}`, 'of-sector')}
        >
          {i18n.language === 'en' ? nameEn : nameNl} <span className="many">{count}</span>
        </Link>
      ))}
    </nav>
  )
}
