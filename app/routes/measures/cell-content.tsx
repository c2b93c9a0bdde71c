import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateText } from '#app/components/date-text'
import { MeasureStatus } from '#app/components/measure-status'
import { CertaintyMark, DemoMark } from '#app/components/provenance'
import { SectorChip } from '#app/components/sector-chip'
import { ThreadCount } from '#app/components/thread-count'
import { usePlan } from '#app/routes/plan/use-plan'
import { horizonRange } from '#server/measures/measure.shared'
import type { LeadInList, MeasureInList } from '#server/measures/measure-list.shared'
import type { TableColumn } from '#server/measures/table-view.shared'
import { Dash, Inferred } from './marks'

/** What a measure has in a column; what was inferred has a dotted line. `isGrid`: its link is no stop of its own. */
export function CellContent({
  measure,
  column,
  isGrid,
}: {
  measure: MeasureInList
  column: TableColumn
  isGrid?: boolean
}) {
  const { t } = useTranslation(['measures', 'common'])
  const { plan } = usePlan()
  const { fieldCertainty } = measure
  switch (column) {
    case 'title':
      return (
        <>
          <Link to={`/measures/${measure.id}`} prefetch="intent" tabIndex={isGrid ? -1 : undefined}>
            {measure.title}
          </Link>{' '}
          <CertaintyMark certainty={measure.certainty} /> <DemoMark isDemo={measure.isDemo} />{' '}
          <ThreadCount count={measure.openThreads} />
        </>
      )
    case 'number':
      return measure.number ?? <Dash why={t('noNumber')} />
    case 'priority': {
      const priority = plan.priorities.find(({ id }) => id === measure.priorityId)
      return (
        <Inferred certainty={fieldCertainty.priority}>{priority && t('measure.priorityOption', priority)}</Inferred>
      )
    }
    case 'axis': {
      const axis = plan.axes.find(({ id }) => id === measure.axisId)
      return axis ? <Inferred certainty={fieldCertainty.axis}>{axis.name}</Inferred> : <Dash why={t('notKnown')} />
    }
    case 'level':
      return <Inferred certainty={fieldCertainty.level}>{t(`common:levels.${measure.level}`)}</Inferred>
    case 'horizon': {
      const horizon = horizonRange(measure)
      if (!horizon) return <Dash why={t('notKnown')} />
      return <Inferred certainty={fieldCertainty.horizon}>{t(`horizonRanges.${horizon}`)}</Inferred>
    }
    case 'lead':
      return <Leads leads={measure.leads} />
    case 'status':
      return (
        <Inferred certainty={fieldCertainty.status}>
          <MeasureStatus status={measure.status} />
        </Inferred>
      )
    case 'kind':
      return <Inferred certainty={fieldCertainty.kind}>{t(`common:measureKinds.${measure.kind}`)}</Inferred>
    case 'changed':
      return <DateText date={measure.updatedAt} />
  }
}

/** Who leads; as long as nobody accepted, who was asked to. */
function Leads({ leads }: { leads: LeadInList[] }) {
  const { t } = useTranslation(['measures', 'common'])
  const accepted = leads.filter(lead => lead.isAccepted)
  const shown = accepted.length > 0 ? accepted : leads
  if (shown.length === 0) return <span className="text-ink-3">{t('noLead')}</span>
  return (
    <span className="flex flex-wrap gap-x-3">
      {shown.map(({ code, name, colour, certainty, isAccepted }) => (
        <Inferred key={code} certainty={certainty}>
          <SectorChip code={code} name={name} colour={colour} open={!isAccepted} />
          {!isAccepted && (
            <span className="ml-1.5 text-xs text-ink-3">{t('common:responsibilityStates.proposed')}</span>
          )}
        </Inferred>
      ))}
    </span>
  )
}
