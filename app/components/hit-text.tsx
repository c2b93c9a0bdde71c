import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { DependencyHit } from '#server/dependencies/dependency-graph.shared'

/** What became of a measure, as the rest of a sentence that begins with its title. */
export function HitText({ hit: { verb, status, milestone, from, to } }: { hit: DependencyHit }) {
  const { t } = useTranslation(['dependencies', 'common'])
  const format = useFormat()
  switch (verb) {
    case 'dependency.status':
      if (status === 'stopped') return t('hits.stopped')
      return t('hits.status', { status: status && t(`common:measureStatuses.${status}`) })
    case 'dependency.dates':
      return t('hits.dates')
    case 'dependency.moved':
      return t('hits.moved', { milestone, from: format.date(from ?? ''), to: format.date(to ?? '') })
    case 'dependency.milestone-dropped':
      return t('hits.dropped', { milestone })
  }
}
