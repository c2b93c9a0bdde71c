import { Link } from '@remix-run/react'
import { ClipboardCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import { useFormat } from '#app/i18n/use-format'
import type { UpdateAsked } from '#server/rounds/round.shared'

/** The measures that my body must report on, by when; one click to the form of each. */
export function UpdatesAskedSection({ items }: { items: UpdateAsked[] }) {
  const { t } = useTranslation('rounds')
  const [first] = items
  if (!first) return null
  return (
    <Section
      title={t('home.title')}
      count={items.length}
      end={<Link to={`/update-rounds/${first.roundId}`}>{t('home.all')}</Link>}
    >
      <ul aria-label={t('home.title')}>
        {items.map(item => (
          <AskedRow key={`${item.roundId} ${item.measureId}`} item={item} />
        ))}
      </ul>
    </Section>
  )
}

function AskedRow({ item }: { item: UpdateAsked }) {
  const { t } = useTranslation(['rounds', 'progress'])
  const format = useFormat()
  const { roundId, roundTitle, measureId, measureTitle, bodyName, dueOn, remindedAt, report, isDemo } = item
  const isLate = dueOn < format.today
  return (
    <li className="work-row">
      <span className="mark">
        <Icon of={ClipboardCheck} />
      </span>
      <div className="what">
        <Link to={`/measures/${measureId}#progress`}>{measureTitle}</Link> <DemoMark isDemo={isDemo} />
        <p>
          {t('home.asks', { round: roundTitle, body: bodyName, date: format.date(dueOn) })}{' '}
          {report &&
            t('home.last', {
              percentage: report.percentage,
              confidence: t(`progress:confidences.${report.confidence}`),
              date: format.date(report.reportedAt),
            })}
        </p>
        {remindedAt && <p className="text-warn">{t('home.reminded', { date: format.date(remindedAt) })}</p>}
      </div>
      <div className={isLate ? 'when text-warn' : 'when'}>
        {format.date(dueOn)}
        <small>{isLate ? t('late') : format.relativeDay(dueOn)}</small>
      </div>
      <div className="answers">
        <LinkButton to={`/update-rounds/${roundId}?measure=${measureId}#m-${measureId}`}>
          {t('home.answer')}
          <span className="sr-only">: {measureTitle}</span>
        </LinkButton>
      </div>
    </li>
  )
}
