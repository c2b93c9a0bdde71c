import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { PositionRoundFacts } from '#server/positions/position-round.shared'

/** Who asked, until when, and what silence means. */
export function RoundFacts({ round }: { round: PositionRoundFacts }) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  const { openedByCode, openedAt, closesAt, closedAt, closedByCode, silenceMeans } = round
  return (
    <>
      <span>
        {closedAt
          ? t(closedByCode ? 'round.closedBy' : 'round.closedItself', {
              code: closedByCode,
              date: format.date(closedAt),
              time: format.time(closedAt),
            })
          : t('round.closesIn', {
              date: format.date(closesAt),
              time: format.time(closesAt),
              relative: format.relativeDay(closesAt),
            })}
      </span>
      <span>{t(`round.silence.${silenceMeans}`)}</span>
      <span>{t('round.openedBy', { code: openedByCode, date: format.date(openedAt) })}</span>
    </>
  )
}
