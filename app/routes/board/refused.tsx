import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button'
import { Note } from '#app/components/note'
import type { MeasureStatus } from '#server/measures/measure.shared'
import type { RefusedMove } from './use-moving'

/** A move that was not done, with what stands there now and what was wanted: nobody overwrites what they did not see. */
export function Refused({
  refused: { card, mine, why, isOvertaken },
  onMove,
  onClose,
}: {
  refused: RefusedMove
  onMove: (card: RefusedMove['card'], to: MeasureStatus) => void
  onClose: () => void
}) {
  const { t } = useTranslation(['pictures', 'common'])
  const word = (status: MeasureStatus) => t(`common:measureStatuses.${status}`)
  return (
    <Note tone="warn" role="alert">
      <p>
        {isOvertaken && card.status !== mine
          ? t('board.overtaken', { title: card.title, theirs: word(card.status), mine: word(mine) })
          : why}
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        {isOvertaken && card.status !== mine && (
          <Button small onClick={() => onMove(card, mine)}>
            {t('board.moveAnyway', { status: word(mine) })}
          </Button>
        )}
        <Button small onClick={onClose}>
          {isOvertaken ? t('board.keepTheirs', { status: word(card.status) }) : t('common:close')}
        </Button>
      </p>
    </Note>
  )
}
