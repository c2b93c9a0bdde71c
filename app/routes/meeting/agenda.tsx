import { Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'
import type { AgendaItem, MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { MoveItem } from './move-item'

interface Props {
  meeting: MeetingDetail
  decisions: DecisionInMeeting[]
  currentId: string | undefined
  canEdit: boolean
}

/** Every item with what became of it; the one that is shown is marked. */
export function Agenda({ meeting: { items }, decisions, currentId, canEdit }: Props) {
  const { t } = useTranslation('meetings')
  const minutes = items.reduce((total, item) => total + (item.minutesAllotted ?? 0), 0)
  return (
    <nav className="agenda" aria-label={t('agenda')}>
      <p className="head">
        <strong>{t('agenda')}</strong> {minutes > 0 && t('totalMinutes', { count: minutes })}
      </p>
      <ol>
        {items.map((item, index) => (
          <li key={item.id} aria-current={item.id === currentId ? 'step' : undefined}>
            <Item item={item} decided={decisions.filter(decision => decision.agendaItemId === item.id)} />
            {canEdit && item.id === currentId && (
              <MoveItem item={item} isFirst={index === 0} isLast={index === items.length - 1} />
            )}
          </li>
        ))}
      </ol>
      {canEdit && (
        <p className="add">
          <Link to="?item=new">{t('addItem')}</Link>
        </p>
      )}
    </nav>
  )
}

function Item({ item, decided }: { item: AgendaItem; decided: DecisionInMeeting[] }) {
  const { t } = useTranslation('meetings')
  const { t: decisions } = useTranslation('decisions')
  const last = decided.at(-1)
  return (
    <>
      <span className="position">
        {item.position}
        {last && <Icon of={Check} size="small" />}
      </span>
      <div>
        <Link to={`?item=${item.id}`}>{item.title}</Link>
        <p>
          {last
            ? `${decisions(`results.${last.result}`)} · ${decided.map(registerNumber).join(', ')}`
            : [t(`kinds.${item.kind}`), item.presenter?.code].filter(Boolean).join(' · ')}
        </p>
      </div>
      {item.minutesAllotted !== null && (
        <span className="minutes">{t('minutesShort', { count: item.minutesAllotted })}</span>
      )}
    </>
  )
}
