import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MeasureStatus } from '#app/components/measure-status'
import { CertaintyMark, DemoMark } from '#app/components/provenance'
import { SectorChip } from '#app/components/sector-chip'
import { horizonRange } from '#server/measures/measure.shared'
import type { LeadInList, MeasureInList } from '#server/measures/measure-list.shared'
import { Dash, Inferred } from './marks'

/** A measure as a row; what was inferred has a dotted line. */
export function MeasureRow({ measure }: { measure: MeasureInList }) {
  const { t } = useTranslation(['measures', 'common'])
  const { id, number, title, axisName, level, status, leads, fieldCertainty } = measure
  const horizon = horizonRange(measure)
  return (
    <tr>
      <td className="number desk-only text-ink-3">{number ?? <Dash why={t('noNumber')} />}</td>
      <td className="title">
        <Link to={`/measures/${id}`} prefetch="intent">
          {title}
        </Link>{' '}
        <CertaintyMark certainty={measure.certainty} /> <DemoMark isDemo={measure.isDemo} />
      </td>
      <td className="desk-only text-ink-2">
        {axisName ? <Inferred certainty={fieldCertainty.axis}>{axisName}</Inferred> : <Dash why={t('notKnown')} />}
      </td>
      <td className="desk-only text-ink-2">
        <Inferred certainty={fieldCertainty.level}>{t(`common:levels.${level}`)}</Inferred>
      </td>
      <td className="desk-only text-ink-2">
        {horizon ? (
          <Inferred certainty={fieldCertainty.horizon}>{t(`horizonRanges.${horizon}`)}</Inferred>
        ) : (
          <Dash why={t('notKnown')} />
        )}
      </td>
      <td>
        <Leads leads={leads} />
      </td>
      <td>
        <Inferred certainty={fieldCertainty.status}>
          <MeasureStatus status={status} />
        </Inferred>
      </td>
    </tr>
  )
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
