import { Link } from '@remix-run/react'
import { CircleDot } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { useFormat } from '#app/i18n/use-format'
import type { Condition } from '#server/positions/condition.shared'

/** Conditions that are not met yet: what my body asked, or what others asked of what my body leads. */
export function OpenConditions({ title, items }: { title: string; items: Condition[] }) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  if (items.length === 0) return null
  return (
    <Section title={title} count={items.length}>
      <ul aria-label={title}>
        {items.map(({ id, text, body, measureId, measureTitle, raisedAt, isDemo }) => (
          <li key={id} className="work-row">
            <span className="mark text-warn">
              <Icon of={CircleDot} />
            </span>
            <div className="what">
              <span lang="nl">{text}</span> <DemoMark isDemo={isDemo} />
              <p>
                <SectorChip code={body.code} name={body.name} colour={body.colour} />,{' '}
                <Link to={`/measures/${measureId}#conditions`}>{measureTitle}</Link>
              </p>
            </div>
            <div className="when">{format.date(raisedAt)}</div>
            <div className="answers">
              <LinkButton to={`/measures/${measureId}#condition-${id}`}>
                {t('home.followUp')}
                <span className="sr-only">: {text}</span>
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
