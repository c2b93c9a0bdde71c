import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/section'
import { useFormat } from '#app/i18n/use-format'
import type { BaselineLine } from '#server/baselines/baseline.shared'

/** Every baseline of the plan, the newest first. `shown`: the one that the page is about. */
export function BaselineList({ baselines, shown }: { baselines: BaselineLine[]; shown: string }) {
  const { t } = useTranslation('baselines')
  const format = useFormat()
  return (
    <Section title={t('list')} count={baselines.length}>
      <ol className="baseline-rows" reversed>
        {baselines.map(({ id, name, reason, datedOn }) => (
          <li key={id}>
            <Link to={`/baselines/${id}`} aria-current={id === shown ? 'page' : undefined}>
              {name}
            </Link>
            <span>{t('line', { reason: t(`reasons.${reason}`), date: format.date(datedOn) })}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
