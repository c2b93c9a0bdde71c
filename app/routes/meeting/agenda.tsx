import { Link } from '@remix-run/react'
import { Check, CornerDownRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { Icon } from '#app/components/icon'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'
import type { AgendaItem, MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { MoveItem } from './move-item'
import { useItemDrag } from './use-item-drag'

interface Props {
  meeting: MeetingDetail
  decisions: DecisionInMeeting[]
  currentId: string | undefined
  canEdit: boolean
  /** what else can be done with the agenda as a whole */
  children?: ReactNode
}

/** Every item with what became of it; the one that is shown is marked. Who may, drags them into another order. */
export function Agenda({ meeting: { items, status }, decisions, currentId, canEdit, children }: Props) {
  const { t } = useTranslation('meetings')
  const drag = useItemDrag(items)
  const minutes = items.reduce((total, item) => total + (item.minutesAllotted ?? 0), 0)
  return (
    <nav className="agenda" aria-label={t('agenda')}>
      <p className="head">
        <strong>{t('agenda')}</strong> {minutes > 0 && t('totalMinutes', { count: minutes })}
      </p>
      <ol>
        {drag.items.map((item, index) => (
          <li
            key={item.id}
            data-item={item.id}
            aria-current={item.id === currentId ? 'step' : undefined}
            className={classNames(canEdit && 'movable', drag.dragged === item.id && 'dragged')}
            {...(canEdit && drag.propsOf(item.id))}
          >
            <Item
              item={{ ...item, position: index + 1 }}
              isOver={status !== 'planned'}
              decided={decisions.filter(decision => decision.agendaItemId === item.id)}
            />
            {canEdit && item.id === currentId && (
              <MoveItem item={item} isFirst={index === 0} isLast={index === items.length - 1} />
            )}
          </li>
        ))}
      </ol>
      {canEdit && (
        <div className="add">
          <Link to="?item=new">{t('addItem')}</Link>
          {children}
        </div>
      )}
    </nav>
  )
}

function Item({ item, isOver, decided }: { item: AgendaItem; isOver: boolean; decided: DecisionInMeeting[] }) {
  const { t } = useTranslation('meetings')
  const { t: decisions } = useTranslation('decisions')
  const last = decided.at(-1)
  return (
    <>
      <span className="position">
        {item.position}
        {(last || (isOver && item.handledAt)) && <Icon of={Check} size="small" />}
      </span>
      <div>
        <Link to={`?item=${item.id}`} draggable={false}>
          {item.title}
        </Link>
        <p>
          {last
            ? `${decisions(`results.${last.result}`)} · ${decided.map(registerNumber).join(', ')}`
            : [t(`kinds.${item.kind}`), item.presenter?.code].filter(Boolean).join(' · ')}
        </p>
        {item.carriedFrom && (
          <p>
            <Icon of={CornerDownRight} size="small" /> {t('carriedOver')}
          </p>
        )}
      </div>
      {item.minutesAllotted !== null && (
        <span className="minutes">{t('minutesShort', { count: item.minutesAllotted })}</span>
      )}
    </>
  )
}
