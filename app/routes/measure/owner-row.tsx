import { useTranslation } from 'react-i18next'
import { CertaintyMark, DemoMark } from '#app/components/provenance'
import { SectorChip } from '#app/components/sector-chip'
import { useFormat } from '#app/i18n/use-format'
import type { MeasureOptions } from '#server/measures/measure-detail.shared'
import { OwnerActions } from './owner-actions'
import type { Owner } from './owners-for'

/** A body and what it is to this measure; under it the person, the last answer, and what the reader can do. */
export function OwnerRow({
  owner,
  measureId,
  options,
  isEditing,
}: {
  owner: Owner
  measureId: string
  options: MeasureOptions | null
  /** what is settled can be changed too */
  isEditing: boolean
}) {
  const { t } = useTranslation(['measures', 'common'])
  const { bodyCode, bodyName, colour, sectorId, role, state, personName, isPersonGone, certainty, isDemo } = owner
  const { followsBodyCode, goesToCode } = owner
  const isOpenQuestion = state === 'proposed'
  const isCarried = isOpenQuestion || state === 'accepted'
  return (
    <li data-responsibility-state={state}>
      <SectorChip code={bodyCode} name={bodyName} colour={colour} sectorId={sectorId} open={state !== 'accepted'} />
      <span>
        {t(`common:responsibilityRoles.${role}`)} <CertaintyMark certainty={certainty} /> <DemoMark isDemo={isDemo} />
      </span>
      <span className={isOpenQuestion || state === 'handed-back' ? 'end text-warn' : 'end'}>
        {t(`common:responsibilityStates.${state}`)}
      </span>
      <div className="below">
        {isCarried && personName && !isPersonGone && <p>{t('owners.person', { name: personName })}</p>}
        {isCarried && personName && isPersonGone && (
          <p className="text-warn">{t('owners.noPersonAnymore', { name: personName, code: bodyCode })}</p>
        )}
        {followsBodyCode && (
          <p>{t(isOpenQuestion ? 'owners.takesOver' : 'owners.tookOver', { code: followsBodyCode })}</p>
        )}
        {goesToCode && <p>{t('owners.isHandedOn', { code: goesToCode })}</p>}
        <LastWord owner={owner} />
        <OwnerActions owner={owner} measureId={measureId} options={options} isEditing={isEditing} />
      </div>
    </li>
  )
}

/** Who asked, as long as there is no answer; else who answered, and why. */
function LastWord({ owner }: { owner: Owner }) {
  const { t } = useTranslation('measures')
  const format = useFormat()
  const { state, answeredAt, answeredByCode, answerReason, proposedByCode, proposedAt } = owner
  if (state === 'proposed') {
    if (!proposedByCode) return null
    return <p>{t('owners.proposedBy', { code: proposedByCode, date: format.date(proposedAt) })}</p>
  }
  if (!answeredAt || !answeredByCode) return null
  return (
    <p>
      {t('owners.answeredBy', { code: answeredByCode, date: format.date(answeredAt) })}
      {answerReason && <q className="reason">{answerReason}</q>}
    </p>
  )
}
