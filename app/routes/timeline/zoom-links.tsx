import { Link, useLocation } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { useFormat } from '#app/i18n/use-format'
import { type TimelineView, type Window, zooms } from '#server/baselines/plan-timeline.shared'

/** How much of the time is in sight, and what comes before and after it. */
export function ZoomLinks({ view, window }: { view: TimelineView; window: Window }) {
  const { t } = useTranslation('pictures')
  const { date } = useFormat()
  const { search } = useLocation()
  const to = (changes: Record<string, string | null>) => {
    const params = new URLSearchParams(search)
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) params.delete(name)
      else params.set(name, value)
    }
    return { search: params.toString() }
  }
  const [first] = window.ticks
  const inSight =
    view.zoom === 'year'
      ? first?.date.slice(0, 4)
      : `${date(first?.date ?? '')} – ${date(window.ticks.at(-2)?.date ?? '')}`
  return (
    <nav className="zoom-links" aria-label={t('timeline.zoom')}>
      {zooms.map(zoom => (
        <Link
          key={zoom}
          to={to({ zoom: zoom === 'all' ? null : zoom, from: null })}
          preventScrollReset
          aria-current={zoom === view.zoom ? 'true' : undefined}
        >
          {t(`timeline.zooms.${zoom}`)}
        </Link>
      ))}
      {window.before && window.after && (
        <span className="around">
          <LinkButton small icon={ChevronLeft} to={to({ from: window.before })} preventScrollReset>
            {t('timeline.before')}
          </LinkButton>
          <b>{inSight}</b>
          <LinkButton small icon={ChevronRight} to={to({ from: window.after })} preventScrollReset>
            {t('timeline.after')}
          </LinkButton>
        </span>
      )}
    </nav>
  )
}
