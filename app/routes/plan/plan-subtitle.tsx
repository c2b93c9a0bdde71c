import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CertaintyMark } from '#app/components/provenance'
import { useFormat } from '#app/i18n/use-format'
import type { MeasureCounts } from '#server/measures/measure-list.shared'
import type { Plan } from '#server/plans/plan.shared'

/** When the plan was approved, and how much is in it. */
export function PlanSubtitle({ plan, counts }: { plan: Plan; counts: MeasureCounts }) {
  const { t } = useTranslation('plan')
  const format = useFormat()
  const facts = [
    plan.approvedOn && t('approvedOn', { date: format.date(plan.approvedOn) }),
    !plan.approvedOn && plan.proposedOn && t('proposedOn', { date: format.date(plan.proposedOn) }),
    t('priorities', { count: plan.priorities.length }),
    plan.axes.length > 0 && t('axes', { count: plan.axes.length }),
    t('measures', { count: counts.all }),
  ]
  return (
    <span className="text-sm">
      {facts.filter(Boolean).join(' · ')}
      {counts.withoutLead > 0 && (
        <>
          {`, ${t('ofWhich')} `}
          <Link to="?noLead=1">{t('withoutLead', { count: counts.withoutLead })}</Link>
        </>
      )}{' '}
      <CertaintyMark certainty={plan.certainty} />
    </span>
  )
}
