import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BodyAvatar } from '#app/components/body-avatar'
import { EmptyState } from '#app/components/empty-state'
import { Pill } from '#app/components/pill'
import { Section } from '#app/components/section'
import { toDay } from '#app/i18n/format'
import { useFormat } from '#app/i18n/use-format'
import type { ActivityLine, ActivitySubject } from '#server/activity/activity.shared'
import { useSentence } from './use-sentence'

interface Props {
  lines: ActivityLine[]
  /** the end of my visit before this one; null when it is not known */
  since: Date | null
  personId: string
}

/** What changed in the group, newest first; what others did since my last visit is marked. */
export function ActivityFeed({ lines, since, personId }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const isNew = (line: ActivityLine) => since !== null && line.at > since && line.personId !== personId
  const fresh = lines.filter(isNew).length
  return (
    <Section
      title={t('changed')}
      end={since && <span className="text-ink-3">{t('newSince', { count: fresh, date: format.date(since) })}</span>}
    >
      {lines.length === 0 && <EmptyState title={t('nothingChanged')}>{t('nothingChangedWhy')}</EmptyState>}
      <ul>
        {lines.map(line => (
          <FeedRow key={line.id} line={line} isNew={isNew(line)} />
        ))}
      </ul>
    </Section>
  )
}

function FeedRow({ line, isNew }: { line: ActivityLine; isNew: boolean }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const sentence = useSentence(line)
  const isToday = toDay(line.at) === format.today
  return (
    <li className="work-row feed">
      <span className="mark">
        <BodyAvatar
          code={line.bodyCode ?? t(line.subject.type === 'position-round' ? 'clockCode' : 'importCode')}
          name={[line.personName, line.bodyName].filter(Boolean).join(', ')}
          colour={line.colour}
          small
        />
      </span>
      <div className="what">
        <p>
          {sentence} <Link to={addressOf(line.subject)}>{line.subject.title}</Link>{' '}
          {isNew && <Pill tone="info">{t('new')}</Pill>}
        </p>
      </div>
      <time className="when" dateTime={line.at.toISOString()}>
        {isToday ? t('today') : format.date(line.at)}
        <small>{isToday ? format.time(line.at) : format.weekday(line.at)}</small>
      </time>
    </li>
  )
}

function addressOf({ type, id, meetingId }: ActivitySubject) {
  if (type === 'measure') return `/measures/${id}`
  if (type === 'decision') return `/decisions/${id}`
  if (type === 'baseline') return `/baselines/${id}`
  if (type === 'position-round') return `/position-rounds/${id}`
  if (type === 'update-round') return `/update-rounds/${id}`
  return `/meetings/${meetingId ?? id}`
}
