import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SlipName, SlipNow, SlipShift, SlipWas } from '#app/components/slip-text'
import type { PlanSlippage } from '#server/baselines/slippage.shared'
import './since-baseline.css'

/** What is otherwise about this measure than the newest baseline has it; nothing where it is as it was. */
export function SinceBaseline({ slippage }: { slippage: PlanSlippage | null }) {
  const { t } = useTranslation('baselines')
  const [measure] = slippage?.measures ?? []
  if (!slippage || !measure || measure.slips.length === 0) return null
  const { id, name } = slippage.baseline
  return (
    <section className="side-section since-baseline" aria-labelledby="since-baseline">
      <h2 id="since-baseline">{t('onMeasure.title')}</h2>
      <p className="text-sm mb-2">
        <Link to={`/baselines/${id}#measure-${measure.measureId}`}>{t('onMeasure.against', { name })}</Link>
      </p>
      <ul>
        {measure.slips.map(slip => (
          <li key={'milestoneId' in slip ? slip.milestoneId : slip.what}>
            <span className="what">
              <SlipName slip={slip} />
            </span>
            <span className="was">
              <s>
                <SlipWas slip={slip} />
              </s>{' '}
              <span aria-hidden="true">→</span> <SlipNow slip={slip} measureId={measure.measureId} />
            </span>
            <SlipShift slip={slip} />
          </li>
        ))}
      </ul>
    </section>
  )
}
