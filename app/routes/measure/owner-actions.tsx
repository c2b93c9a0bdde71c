import { useTranslation } from 'react-i18next'
import type { MeasureOptions } from '#server/measures/measure-detail.shared'
import { AnswerWithReason } from './answer-with-reason'
import { OneClick } from './one-click'
import type { Owner } from './owners-for'
import { PersonForm } from './person-form'
import { TransferForm } from './transfer-form'

/**
 * What the reader can do: answer an open question; while editing also take it back, say which person does it, and hand on,
 * hand back or end what was accepted.
 */
export function OwnerActions({
  owner,
  measureId,
  options,
  isEditing,
}: {
  owner: Owner
  measureId: string
  options: MeasureOptions | null
  isEditing: boolean
}) {
  const { t } = useTranslation('measures')
  const can = {
    ...owner.can,
    handBack: owner.can.handBack && (isEditing || owner.state === 'proposed'),
    withdraw: owner.can.withdraw && isEditing,
    end: owner.can.end && isEditing,
    transfer: owner.can.transfer && isEditing,
    changePerson: owner.can.changePerson && (isEditing || owner.isPersonGone),
  }
  if (!Object.entries(can).some(([action, may]) => may && action !== 'endWithoutReason')) return null
  return (
    <div className="owner-actions">
      {can.accept && (
        <OneClick
          owner={owner}
          measureId={measureId}
          intent="accept-responsibility"
          label={t('owners.accept')}
          primary
        />
      )}
      {can.withdraw && (
        <OneClick owner={owner} measureId={measureId} intent="end-responsibility" label={t('owners.withdraw')} />
      )}
      {can.changePerson && options && <PersonForm owner={owner} measureId={measureId} options={options} />}
      {can.transfer && options && <TransferForm owner={owner} measureId={measureId} options={options} />}
      {can.handBack && (
        <AnswerWithReason
          owner={owner}
          measureId={measureId}
          intent="hand-back-responsibility"
          opens={t('owners.handBack')}
          sends={t('owners.handBackNow')}
        />
      )}
      {can.end && (
        <AnswerWithReason
          owner={owner}
          measureId={measureId}
          intent="end-responsibility"
          opens={t('owners.end')}
          sends={t('owners.endNow')}
          isOptional={can.endWithoutReason}
        />
      )}
    </div>
  )
}
