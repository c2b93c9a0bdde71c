import { Check, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Pill } from './pill'

/** Whether a round is open, past its moment and about to close by itself, or closed. */
export function PositionRoundState({ round, now }: { round: { closedAt: Date | null; closesAt: Date }; now: Date }) {
  const { t } = useTranslation('positions')
  if (round.closedAt) return <Pill icon={Check}>{t('isClosed')}</Pill>
  if (round.closesAt <= now) {
    return (
      <Pill tone="warn" icon={Clock}>
        {t('closing')}
      </Pill>
    )
  }
  return <Pill tone="info">{t('isOpen')}</Pill>
}
