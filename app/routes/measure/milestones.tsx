import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { DateText } from '#app/components/date-text'
import { Pill } from '#app/components/pill'
import { CertaintyMark, DemoMark } from '#app/components/provenance'
import { type MilestoneOnMeasure, milestoneDate } from '#server/measures/milestone.shared'

/** What happened and what is planned; a full dot for what was reached. */
export function Milestones({ milestones }: { milestones: MilestoneOnMeasure[] }) {
  const { t } = useTranslation('measures')
  return (
    <section className="side-section" aria-labelledby="milestones">
      <h2 id="milestones">{t('milestones.title')}</h2>
      {milestones.length === 0 && <p className="text-sm text-ink-3">{t('milestones.none')}</p>}
      <ul className="milestones">
        {milestones.map(milestone => (
          <MilestoneRow key={milestone.id} milestone={milestone} />
        ))}
      </ul>
    </section>
  )
}

function MilestoneRow({ milestone }: { milestone: MilestoneOnMeasure }) {
  const { t } = useTranslation('measures')
  const { label, state, droppedReason, source, certainty, isDemo } = milestone
  return (
    <li className={classNames(state === 'reached' && 'done', state)}>
      <i aria-hidden="true" />
      <span className="text-ink-3">
        <DateText date={milestoneDate(milestone) ?? ''} />
      </span>
      <span>
        {state === 'dropped' ? <s>{label}</s> : label}{' '}
        {state === 'late' && (
          <Pill tone="bad" icon={TriangleAlert}>
            {t('milestones.late')}
          </Pill>
        )}
        {state === 'dropped' && <Pill>{t('milestones.dropped')}</Pill>}
        {state === 'planned' && <span className="text-ink-3">{t('milestones.planned')}</span>}{' '}
        <CertaintyMark certainty={certainty} /> <DemoMark isDemo={isDemo} />
        {droppedReason && <q className="block font-serif">{droppedReason}</q>}
        {source && <span className="block text-xs text-ink-3">{t('milestones.source', { source })}</span>}
      </span>
    </li>
  )
}
