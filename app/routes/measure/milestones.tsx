import { useTranslation } from 'react-i18next'
import type { MilestoneOnMeasure } from '#server/measures/milestone.shared'
import { AddMilestone } from './add-milestone'
import { MilestoneRow } from './milestone-row'
import './milestones.css'

/** What happened and what is planned, and for who may, the way to plan, move, reach and drop right there. */
export function Milestones({
  measureId,
  milestones,
  canPlan,
}: {
  measureId: string
  milestones: MilestoneOnMeasure[]
  canPlan: boolean
}) {
  const { t } = useTranslation('milestones')
  return (
    <section className="side-section" aria-labelledby="milestones">
      <h2 id="milestones">{t('title')}</h2>
      {milestones.length === 0 && <p className="text-sm text-ink-3">{t('none')}</p>}
      <ul className="milestones">
        {milestones.map(milestone => (
          <MilestoneRow key={milestone.id} measureId={measureId} milestone={milestone} canPlan={canPlan} />
        ))}
      </ul>
      {canPlan && <AddMilestone measureId={measureId} />}
    </section>
  )
}
