import { useTranslation } from 'react-i18next'
import { AnswerWithReason } from './answer-with-reason'
import { OneClick } from './one-click'
import type { Owner } from './owners-for'

/** What the reader can do: answer an open question; while editing also take it back, and end or hand back what was accepted. */
export function OwnerActions({ owner, measureId, isEditing }: { owner: Owner; measureId: string; isEditing: boolean }) {
  const { t } = useTranslation('measures')
  const can = {
    ...owner.can,
    handBack: owner.can.handBack && (isEditing || owner.state === 'proposed'),
    withdraw: owner.can.withdraw && isEditing,
    end: owner.can.end && isEditing,
  }
  if (!can.accept && !can.handBack && !can.withdraw && !can.end) return null
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
