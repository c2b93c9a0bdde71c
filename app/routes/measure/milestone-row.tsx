import { Link } from '@remix-run/react'
import { Check, Pencil, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { DateText } from '#app/components/date-text'
import { Icon } from '#app/components/icon'
import { Pill } from '#app/components/pill'
import { CertaintyMark, DemoMark } from '#app/components/provenance'
import { useFormat } from '#app/i18n/use-format'
import { type MilestoneOnMeasure, milestoneDate } from '#server/measures/milestone.shared'
import { ChangeMilestone } from './change-milestone'
import { useEditing } from './use-editing'

/** A milestone: a full dot once it was reached, an open one while it is planned. */
export function MilestoneRow({
  measureId,
  milestone,
  canPlan,
}: {
  measureId: string
  milestone: MilestoneOnMeasure
  canPlan: boolean
}) {
  const { t } = useTranslation('milestones')
  const { id, label, state } = milestone
  const { isOpen, close, linkProps } = useEditing(`milestone-${id}`)
  const says = t('edit', { label })
  return (
    <li className={classNames(state === 'reached' ? 'done' : state)} data-milestone-state={state}>
      <i aria-hidden="true" />
      <span className="text-ink-3">
        <DateText date={milestoneDate(milestone) ?? ''} />
      </span>
      <div className="milestone">
        <div className="grow">
          {state === 'dropped' ? <s>{label}</s> : label} <State milestone={milestone} />
        </div>
        {canPlan && !isOpen && (
          <Link {...linkProps} className="edit-link" aria-label={says} title={says}>
            <Icon of={Pencil} />
          </Link>
        )}
      </div>
      {canPlan && isOpen && <ChangeMilestone measureId={measureId} milestone={milestone} onClose={close} />}
    </li>
  )
}

/** In words: where it stands, why it is not where it was, and where it was read. */
function State({ milestone }: { milestone: MilestoneOnMeasure }) {
  const { t } = useTranslation('milestones')
  const format = useFormat()
  const { state, plannedFor, reachedOn, droppedReason, source, certainty, isDemo } = milestone
  return (
    <>
      {state === 'late' && (
        <Pill tone="bad" icon={TriangleAlert}>
          {t('late')}
        </Pill>
      )}
      {state === 'planned' && <Pill tone="line">{t('planned')}</Pill>}
      {state === 'dropped' && <Pill>{t('dropped')}</Pill>}
      {state === 'reached' && plannedFor && (
        <span className="text-xs text-ink-3">
          <Icon of={Check} size="small" />{' '}
          {plannedFor !== reachedOn && t('reachedFrom', { date: format.date(plannedFor) })}
        </span>
      )}{' '}
      <CertaintyMark certainty={certainty} /> <DemoMark isDemo={isDemo} />
      {droppedReason && <q className="reason">{droppedReason}</q>}
      <Moves milestone={milestone} />
      {source && <span className="block text-xs text-ink-3">{t('source', { source })}</span>}
    </>
  )
}

/** Every time that it was moved, folded away. */
function Moves({ milestone: { moves } }: { milestone: MilestoneOnMeasure }) {
  const { t } = useTranslation('milestones')
  const format = useFormat()
  if (moves.length === 0) return null
  return (
    <details className="moves">
      <summary className="link-button text-xs">{t('moves', { count: moves.length })}</summary>
      <ol>
        {moves.map(({ from, to, reason, byCode, at }) => (
          <li key={at.toISOString()}>
            {t('moved', { from: format.date(from ?? ''), to: format.date(to ?? '') })}
            {reason && <q className="reason">{reason}</q>}
            <span className="text-ink-3">{t('movedBy', { code: byCode, date: format.date(at) })}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
