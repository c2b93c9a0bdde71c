import { Link } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { Pill } from '#app/components/pill'
import { DemoMark } from '#app/components/provenance'
import { SectorChip } from '#app/components/sector-chip'
import type { DocumentAccess } from '#server/collab/protocol.shared'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'
import type { AgendaItem } from '#server/meetings/meeting-detail.shared'
import { DecisionForm } from './decision-form'
import { Carried } from './item-actions'
import { ItemMinutes } from './item-minutes'
import { ItemPositions } from './item-positions'
import type { MeetingChoices } from './meeting-choices'
import { useRoundState } from './round-state'
import { type Stands, standsOn } from './stands'
import { TakenDecision } from './taken-decision'
import { useTabledText } from './use-tabled-text'

interface Props {
  item: AgendaItem
  items: AgendaItem[]
  decisions: DecisionInMeeting[]
  /** null: the reader does not record decisions here */
  choices: MeetingChoices | null
  minutesAccess: DocumentAccess
  /** the meeting has not begun: there is nothing to minute yet */
  isAhead?: boolean
  stands: Stands
  /** what can be done with the item as a whole */
  actions?: ReactNode
}

/** The item at hand: what it is about, what lies on the table, what was decided. */
export function CurrentItem({ item, items, decisions, choices, minutesAccess, isAhead, actions, ...props }: Props) {
  const { t } = useTranslation('meetings')
  const stands = standsOn(item, props.stands)
  const taken = decisions.filter(decision => decision.agendaItemId === item.id)
  return (
    <section className="current-item" aria-labelledby="item-title">
      <div className="part">
        <div className="item-line">
          <Pill tone="info">{t('itemNumber', { position: item.position, kind: t(`kinds.${item.kind}`) })}</Pill>
          {item.presenter && (
            <span>
              {t('preparedBy')} <SectorChip {...item.presenter} />
            </span>
          )}
          <DemoMark isDemo={item.isDemo} />
          <Neighbours item={item} items={items} />
        </div>
        <h2 id="item-title">{item.title}</h2>
        {item.summary && (
          <p className="summary" lang="nl">
            {item.summary}
          </p>
        )}
        <About item={item} />
        <Carried item={item} />
        {actions}
      </div>
      <ItemPositions item={item} stands={stands} />
      {(!isAhead || item.minutes?.html) && <ItemMinutes item={item} access={minutesAccess} />}
      {taken.map(decision => (
        <TakenDecision key={decision.id} decision={decision} />
      ))}
      {choices && <DecisionForm item={item} choices={choices} stands={stands} taken={taken} />}
    </section>
  )
}

function About({ item: { measures, rounds, links } }: { item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const tabledText = useTabledText()
  const roundState = useRoundState()
  if (measures.length + rounds.length + links.length === 0) return null
  return (
    <div className="about">
      <h3>{t('about')}</h3>
      <ul>
        {measures.map(measure => (
          <li key={measure.id}>
            <Link to={`/measures/${measure.id}`}>
              {measure.number !== null && `${measure.number} · `}
              {measure.title}
            </Link>
            <span>{t('onTable', { what: tabledText(measure) })}</span>
          </li>
        ))}
        {rounds.map(round => (
          <li key={round.id}>
            <Link to={`/position-rounds/${round.id}`}>{t('roundNamed', { title: round.title })}</Link>
            <span>{roundState(round)}</span>
          </li>
        ))}
        {links.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
            <span>{new URL(url).hostname}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** On through the agenda without going back to it. */
function Neighbours({ item, items }: { item: AgendaItem; items: AgendaItem[] }) {
  const { t } = useTranslation('meetings')
  const index = items.indexOf(item)
  const [previous, next] = [items[index - 1], items[index + 1]]
  return (
    <span className="neighbours">
      {previous && (
        <Link className="button ghost small icon-only" to={`?item=${previous.id}`}>
          <Icon of={ChevronLeft} />
          <span className="sr-only">{t('previousItem', { title: previous.title })}</span>
        </Link>
      )}
      {next && (
        <Link className="button ghost small icon-only" to={`?item=${next.id}`}>
          <Icon of={ChevronRight} />
          <span className="sr-only">{t('nextItem', { title: next.title })}</span>
        </Link>
      )}
    </span>
  )
}
