import { Check, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import { Pill } from './pill'

/** Whether a round is open, past its day, or closed. */
export function RoundState({ round }: { round: { closedAt: Date | null; dueOn: string } }) {
  const { t } = useTranslation('rounds')
  const { today } = useFormat()
  if (round.closedAt) return <Pill icon={Check}>{t('isClosed')}</Pill>
  if (round.dueOn < today) {
    return (
      <Pill tone="warn" icon={Clock}>
        {t('late')}
      </Pill>
    )
  }
  return <Pill tone="info">{t('isOpen')}</Pill>
}
