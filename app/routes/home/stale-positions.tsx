import { Link } from '@remix-run/react'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Section } from '#app/components/section'
import { useFormat } from '#app/i18n/use-format'
import type { BodyPosition } from '#server/positions/position.shared'

/** Positions of my bodies on texts that say something else by now. */
export function StalePositions({ items }: { items: (BodyPosition & { measureTitle: string })[] }) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  if (items.length === 0) return null
  return (
    <Section title={t('home.stale')} count={items.length}>
      <ul aria-label={t('home.stale')}>
        {items.map(({ positionId, roundId, measureId, measureTitle, body, standing, takenAt }) => (
          <li key={positionId} className="work-row">
            <span className="mark text-warn">
              <Icon of={History} />
            </span>
            <div className="what">
              <Link to={`/measures/${measureId}#positions`}>{measureTitle}</Link>
              <p>
                {t('home.staleWhy', {
                  body: body.name,
                  date: takenAt ? format.date(takenAt) : '',
                  standing: t(`standings.${standing}`).toLowerCase(),
                })}
              </p>
            </div>
            <div className="when" />
            <div className="answers">
              <LinkButton to={`/position-rounds/${roundId}?measure=${measureId}#mine-${measureId}`}>
                {t('home.look')}
                <span className="sr-only">: {measureTitle}</span>
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
