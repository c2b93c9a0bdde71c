import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { TabledRound } from '#server/meetings/meeting-detail.shared'

/** @returns words for how far a round of positions is */
export function useRoundState() {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  return ({ closesAt, closedAt }: Pick<TabledRound, 'closesAt' | 'closedAt'>) =>
    closedAt
      ? t('roundClosed', { date: format.date(closedAt) })
      : t('roundUntil', { date: format.date(closesAt), time: format.time(closesAt) })
}
