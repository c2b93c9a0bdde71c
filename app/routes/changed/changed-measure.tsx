import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DemoMark } from '#app/components/provenance'
import { HistoryEntry } from '#app/history/history-entry'
import type { ChangedMeasure, HistoryFilters, HistoryNames } from '#server/measures/history.shared'

/** A measure with what was done to it, and where there is more, the way to all of it. */
export function Changed({
  measure: { id, title, isDemo, lines, count },
  names,
  filters,
}: {
  measure: ChangedMeasure
  names: HistoryNames
  filters: HistoryFilters
}) {
  const { t } = useTranslation('history')
  const all = `/measures/${id}/history?${new URLSearchParams(filters as Record<string, string>)}`
  const rest = count - lines.length
  return (
    <section className="changed-measure" aria-labelledby={`changed-${id}`}>
      <div className="section-header">
        <h2 id={`changed-${id}`}>
          <Link to={`/measures/${id}`}>{title}</Link>
        </h2>
        <DemoMark isDemo={isDemo} />
        <Link
          className="end inline-flex min-h-6 items-center text-sm"
          to={all}
          aria-label={t('changed.allOf', { title })}
        >
          {t('link')}
        </Link>
      </div>
      <ul>
        {lines.map(line => (
          <HistoryEntry key={line.id} line={line} names={names} withDay />
        ))}
      </ul>
      {rest > 0 && (
        <p className="more">
          <Link to={all}>{t('changed.more', { count: rest })}</Link>
        </p>
      )}
    </section>
  )
}
