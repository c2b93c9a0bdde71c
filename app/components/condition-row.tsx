import './positions.css'
import { Link } from '@remix-run/react'
import { CircleCheck, CircleDot, CircleOff, CircleSlash, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { Condition, ConditionState } from '#server/positions/condition.shared'
import type { ConditionRights } from '#server/positions/position-access.shared'
import { classNames } from './class-names'
import { ConditionActions } from './condition-actions'
import { ConditionLinks } from './condition-links'
import { Icon } from './icon'
import { DemoMark } from './provenance'
import { SectorChip } from './sector-chip'
import type { ConditionChoices } from './what-meets-it'

const icons: Record<ConditionState, LucideIcon> = {
  open: CircleDot,
  met: CircleCheck,
  overruled: CircleSlash,
  withdrawn: CircleOff,
}

export interface ConditionRowProps {
  condition: Condition & { can: ConditionRights }
  /** what can be pointed at; absent: it is done where the measure is shown */
  choices?: ConditionChoices | undefined
  /** where the place does not say which measure it is about */
  withMeasure?: boolean
}

/** A condition: what is asked, by whom, what became of it and what meets it; and what the reader can do about it. */
export function ConditionRow({ condition, choices, withMeasure }: ConditionRowProps) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  const { text, body, state, steps, links, raisedAt, isDemo } = condition
  const last = steps.at(-1)
  return (
    <li className={classNames('condition', state)} id={`condition-${condition.id}`} data-condition={text}>
      <Icon of={icons[state]} />
      <div>
        <span className="words" lang="nl">
          {text}
        </span>{' '}
        <DemoMark isDemo={isDemo} />
        <span className="meta">
          <SectorChip {...body} />,{' '}
          {last && state !== 'open'
            ? t('conditions.stateBy', {
                state: t(`conditions.states.${state}`),
                code: last.byCode,
                date: format.date(last.takenAt),
              })
            : `${t('conditions.states.open')}, ${format.date(raisedAt)}`}
          {withMeasure && (
            <>
              {' '}
              · <Link to={`/measures/${condition.measureId}#conditions`}>{condition.measureTitle}</Link>
            </>
          )}
        </span>
        {last?.reason && state !== 'open' && (
          <p className="reason" lang="nl">
            {last.reason}
          </p>
        )}
        <ConditionLinks links={links} measureId={condition.measureId} />
        <ConditionActions condition={condition} choices={choices} />
      </div>
    </li>
  )
}
