import { Link } from '@remix-run/react'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import { useFormat } from '#app/i18n/use-format'
import type { PositionsOwed } from '#server/positions/position-round.shared'

/** What my bodies are asked to take a position on, until when, and whether a draft is kept. */
export function PositionsOwedSection({ items }: { items: PositionsOwed[] }) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  const count = items.reduce((sum, item) => sum + item.measures.length, 0)
  if (count === 0) return null
  return (
    <Section title={t('home.owed')} count={count}>
      <ul aria-label={t('home.owed')}>
        {items.flatMap(({ roundId, title, closesAt, silenceMeans, isDemo, body, measures }) =>
          measures.map(measure => (
            <li key={`${roundId} ${body.id} ${measure.id}`} className="work-row">
              <span className="mark">
                <Icon of={Scale} />
              </span>
              <div className="what">
                <Link to={`/measures/${measure.id}#positions`}>{measure.title}</Link> <DemoMark isDemo={isDemo} />
                <p>
                  {t('home.owedWhy', { round: title, body: body.name })} {t(`home.silence.${silenceMeans}`)}{' '}
                  {measure.hasDraft && t('home.draft')}
                </p>
              </div>
              <div className="when">
                {format.date(closesAt)}
                <small>{format.relativeDay(closesAt)}</small>
              </div>
              <div className="answers">
                <LinkButton to={`/position-rounds/${roundId}?measure=${measure.id}#mine-${measure.id}`}>
                  {t(measure.hasDraft ? 'home.finish' : 'home.answer')}
                  <span className="sr-only">: {measure.title}</span>
                </LinkButton>
              </div>
            </li>
          )),
        )}
      </ul>
    </Section>
  )
}
