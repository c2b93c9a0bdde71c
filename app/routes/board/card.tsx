import { Link } from '@remix-run/react'
import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { Icon } from '#app/components/icon'
import { SectorChip } from '#app/components/sector-chip'
import { ThreadCount } from '#app/components/thread-count'
import type { MeasureStatus } from '#server/measures/measure.shared'
import type { BoardCard } from '#server/measures/measure-board.shared'
import { MoveMenu } from './move-menu'
import type { Moving } from './use-moving'

/** A measure on the board: dragged, or moved with its menu or with Shift and an arrow. */
export function Card({
  card,
  canMove,
  moving,
  previous,
  next,
}: {
  card: BoardCard
  canMove: boolean
  moving: Moving
  /** the statuses of the columns beside it */
  previous: MeasureStatus | undefined
  next: MeasureStatus | undefined
}) {
  const { t } = useTranslation(['pictures', 'common'])
  const { id, number, title, isLate, lead, openThreads } = card
  return (
    <li
      className={classNames('board-card', canMove && 'movable', moving.dragged?.id === id && 'dragged')}
      data-card={id}
      draggable={canMove}
      onDragStart={event => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', title)
        moving.drag(card)
      }}
      onDragEnd={() => moving.drag(null)}
    >
      <Link to={`/measures/${id}`} draggable={false}>
        {number && `${number}. `}
        {title}
      </Link>
      <div className="facts">
        {lead ? (
          <span>
            <SectorChip {...lead} open={!lead.isAccepted} />
            {!lead.isAccepted && <span className="sr-only"> {t('common:responsibilityStates.proposed')}</span>}
          </span>
        ) : (
          <span className="no-lead">{t('map.noLead')}</span>
        )}
        {isLate && (
          <span className="late">
            <Icon of={Clock} size="small" />
            {t('timeline.states.late')}
          </span>
        )}
        <ThreadCount count={openThreads} />
        {canMove && <MoveMenu card={card} moving={moving} previous={previous} next={next} />}
      </div>
    </li>
  )
}
