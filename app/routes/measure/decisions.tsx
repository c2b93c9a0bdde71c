import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DateText } from '#app/components/date-text'
import { Icon } from '#app/components/icon'
import { DemoMark } from '#app/components/provenance'
import type { DecisionOnMeasure } from '#server/measures/measure-detail.shared'
import { decisionLabel } from './decision-label'

/** What was decided about this measure, on which version; where the text moved on since, that too. */
export function Decisions({ decisions }: { decisions: DecisionOnMeasure[] }) {
  const { t } = useTranslation('measures')
  return (
    <section className="side-section" aria-labelledby="decisions">
      <h2 id="decisions">{t('decisions.title')}</h2>
      {decisions.length === 0 && <p className="text-sm text-ink-3">{t('decisions.none')}</p>}
      <ul className="decisions">
        {decisions.map(decision => (
          <li key={decision.id}>
            <Link className="font-semibold" to={`/decisions/${decision.id}`}>
              {decisionLabel(decision)}
            </Link>{' '}
            {decision.title}{' '}
            <span className="text-ink-3">
              · <DateText date={decision.decidedOn} /> · {t('decisions.onVersion', { number: decision.versionNumber })}
            </span>{' '}
            <DemoMark isDemo={decision.isDemo} />
            {decision.isDrifted && <Moved decision={decision} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Moved({ decision }: { decision: DecisionOnMeasure }) {
  const { t } = useTranslation('measures')
  return (
    <p className="moved">
      <Icon of={TriangleAlert} />
      <span>
        {t('decisions.moved')}{' '}
        <Link
          to={`/decisions/${decision.id}#verschil`}
          aria-label={t('decisions.showDifferenceOf', { label: decisionLabel(decision) })}
        >
          {t('decisions.showDifference')}
        </Link>
      </span>
    </p>
  )
}
