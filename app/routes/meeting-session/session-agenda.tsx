import { Link } from '@remix-run/react'
import { Check, CirclePlay } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'
import type { MeetingDetail } from '#server/meetings/meeting-detail.shared'
import { secondsOf } from '#server/meetings/session.shared'
import { useNow } from './use-now'

interface Props {
  meeting: MeetingDetail
  decisions: DecisionInMeeting[]
  /** what the reader looks at */
  shownId: string | undefined
}

/** The agenda as it goes: what is handled, what is at hand and how long it takes, what is to come. */
export function SessionAgenda({ meeting: { items, clock }, decisions, shownId }: Props) {
  const { t } = useTranslation(['session', 'meetings', 'decisions'])
  const now = useNow(clock)
  return (
    <nav className="agenda" aria-label={t('meetings:agenda')}>
      <p className="head">
        <strong>{t('meetings:agenda')}</strong>
      </p>
      <ol>
        {items.map(item => {
          const isAtHand = item.id === clock.currentItemId
          const last = decisions.filter(decision => decision.agendaItemId === item.id).at(-1)
          const minutes = Math.floor(secondsOf(item, clock, now) / 60)
          return (
            <li key={item.id} aria-current={item.id === shownId ? 'step' : undefined}>
              <span className="position">
                {isAtHand ? <Icon of={CirclePlay} size="small" /> : item.handledAt && <Icon of={Check} size="small" />}
                {item.position}
              </span>
              <div>
                <Link to={isAtHand ? '.' : `?item=${item.id}`}>{item.title}</Link>
                <p>
                  {isAtHand ? (
                    <strong>{t('atHand')}</strong>
                  ) : last ? (
                    `${t(`decisions:results.${last.result}`)} · ${registerNumber(last)}`
                  ) : (
                    t(`meetings:kinds.${item.kind}`)
                  )}
                </p>
              </div>
              <span className="minutes">
                {item.minutesAllotted === null
                  ? (minutes > 0 || isAtHand) && t('meetings:minutesShort', { count: minutes })
                  : minutes > 0 || isAtHand
                    ? t('minutesOf', { spent: minutes, allotted: item.minutesAllotted })
                    : t('meetings:minutesShort', { count: item.minutesAllotted })}
              </span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
