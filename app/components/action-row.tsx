import './follow-up.css'
import { Link } from '@remix-run/react'
import { Check, Circle, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { ActionInList } from '#server/actions/action.shared'
import { registerNumber } from '#server/decisions/decision.shared'
import type { LastReminder } from '#server/notifications/reminder.shared'
import { ActionForms } from './action-forms'
import { ActionSteps } from './action-steps'
import { Icon } from './icon'
import { DemoMark } from './provenance'
import { SectorChip } from './sector-chip'
import { ServedConditions } from './served-conditions'

const marks = { open: Circle, done: Check, dropped: X }

/** What a reader may do with an action. */
export interface ActionRights {
  carry: boolean
  drop: boolean
}

/** An action as a row: what, who, by when, what it follows from, what was said about it. */
export function ActionRow({
  action,
  can,
  hideSource,
  reminder,
}: {
  action: ActionInList
  can: ActionRights
  /** the page says what it follows from */
  hideSource?: boolean
  /** when somebody was last reminded of it by mail */
  reminder?: LastReminder | undefined
}) {
  const { t } = useTranslation('actions')
  const { state, isOverdue, body, personName, title } = action
  return (
    <li className="follow-row" data-action-state={state} id={`action-${action.id}`}>
      <span className={`mark ${state}`}>
        <Icon of={marks[state]} />
      </span>
      <div className="what">
        <p>
          <span className={state === 'open' ? 'font-semibold' : undefined} lang="nl">
            {title}
          </span>{' '}
          <DemoMark isDemo={action.isDemo} />
        </p>
        <p className="detail">
          <SectorChip {...body} /> {personName ?? body.name}
          {!hideSource && <Source action={action} />}
        </p>
        <ServedConditions conditions={action.serves} />
        <ActionSteps steps={action.steps} />
        {state === 'open' && reminder && <Reminder of={reminder} />}
        <ActionForms action={action} can={can} />
      </div>
      <div className={isOverdue ? 'state text-warn' : 'state'}>
        {t(`states.${isOverdue ? 'overdue' : state}`)}
        <Due action={action} />
      </div>
    </li>
  )
}

function Reminder({ of: { at, isSent } }: { of: LastReminder }) {
  const { t } = useTranslation('reminders')
  const format = useFormat()
  return <p className="detail">{t(isSent ? 'reminded' : 'remindedWaits', { date: format.date(at) })}</p>
}

function Due({ action: { dueOn, state } }: { action: ActionInList }) {
  const { t } = useTranslation('actions')
  const format = useFormat()
  if (!dueOn) return <small>{state === 'open' && t('noDay')}</small>
  return (
    <small>
      <time dateTime={dueOn}>{format.date(dueOn)}</time>
      {state === 'open' && `, ${format.relativeDay(dueOn)}`}
    </small>
  )
}

function Source({ action: { decision, meeting, measure } }: { action: ActionInList }) {
  const { t } = useTranslation('actions')
  return (
    <>
      {decision && (
        <>
          {' · '}
          <Link to={`/decisions/${decision.id}`} title={decision.title}>
            {t('from.decision', { number: registerNumber(decision) })}
          </Link>
        </>
      )}
      {!decision && meeting && (
        <>
          {' · '}
          <Link to={`/meetings/${meeting.id}?item=${meeting.agendaItemId}`}>
            {t('from.item', { position: meeting.position, meeting: meeting.title })}
          </Link>
        </>
      )}
      {measure && (
        <>
          {' · '}
          <Link to={`/measures/${measure.id}`}>{measure.title}</Link>
        </>
      )}
    </>
  )
}
