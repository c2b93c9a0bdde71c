import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { MeasureStatus } from '#app/components/measure-status'
import { useTableLink } from '#app/routes/plan/use-table-link'
import type { MeasureStatus as Status } from '#server/measures/measure.shared'
import type { BoardColumn } from '#server/measures/measure-board.shared'
import { Card } from './card'
import { Refused } from './refused'
import { useMoving } from './use-moving'

/** Columns side by side; on a phone one under the other, each to be folded. */
export function Board({ columns, canMove }: { columns: BoardColumn[]; canMove: boolean }) {
  const { t } = useTranslation('pictures')
  const moving = useMoving(columns)
  const [over, setOver] = useState<Status | null>(null)
  return (
    <>
      {moving.refused && <Refused refused={moving.refused} onMove={moving.move} onClose={moving.forget} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable with the keyboard */}
      <section className="board-frame" tabIndex={0} aria-label={t('board.label')}>
        <div className="board" style={{ '--columns': columns.length } as object}>
          {moving.columns.map(({ status, count, cards }, index) => (
            <details
              key={status}
              open
              className={classNames('board-column', over === status && 'over')}
              onDragOver={event => {
                if (!moving.dragged || moving.dragged.status === status) return
                event.preventDefault()
                setOver(status)
              }}
              onDragLeave={event => {
                if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(null)
              }}
              onDrop={event => {
                event.preventDefault()
                setOver(null)
                if (moving.dragged) moving.move(moving.dragged, status)
              }}
            >
              <summary>
                <h2>
                  <MeasureStatus status={status} />
                </h2>
                <span className="count">{count}</span>
              </summary>
              {cards.length > 0 && (
                <ul>
                  {cards.map(card => (
                    <Card
                      key={card.id}
                      card={card}
                      canMove={canMove}
                      moving={moving}
                      previous={columns[index - 1]?.status}
                      next={columns[index + 1]?.status}
                    />
                  ))}
                </ul>
              )}
              {cards.length === 0 && <p className="empty">{t(canMove ? 'board.emptyEditor' : 'board.empty')}</p>}
              {count > cards.length && cards.length > 0 && <More status={status} count={count - cards.length} />}
            </details>
          ))}
        </div>
      </section>
    </>
  )
}

function More({ status, count }: { status: Status; count: number }) {
  const { t } = useTranslation('pictures')
  const link = useTableLink()
  return (
    <p className="more">
      <Link to={link({ status })}>{t('board.more', { count })}</Link>
    </p>
  )
}
