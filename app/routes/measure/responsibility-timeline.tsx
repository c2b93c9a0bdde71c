import { useTranslation } from 'react-i18next'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { toDay } from '#app/i18n/format'
import { useFormat } from '#app/i18n/use-format'
import { type ResponsibilityHistory, responsibilityRoles } from '#server/measures/responsibility.shared'
import { ResponsibilityEvents } from './responsibility-events'

/** Who carried this measure in which role, as bars over time, each with its days in words; below it every step as a list. */
export function ResponsibilityTimeline({ history }: { history: ResponsibilityHistory[] }) {
  const { t } = useTranslation(['progress', 'common'])
  const format = useFormat()
  const rank = (part: ResponsibilityHistory) => responsibilityRoles.indexOf(part.role)
  const carried = history.filter(part => part.wasCarried).sort((one, other) => rank(one) - rank(other))
  const now = Date.parse(`${format.today}T23:59:59Z`)
  const moments = history.flatMap(part => part.events.map(event => event.at.getTime()))
  const first = Math.min(now - MONTH, ...moments)
  const place = (moment: Date | null) => (((moment?.getTime() ?? first) - first) / (now - first)) * 100
  return (
    <div className="responsibility-timeline">
      <Section title={t('responsibility.title')}>
        {carried.length === 0 && <p className="mt-3 text-sm text-ink-2">{t('responsibility.none')}</p>}
        <ul className="lanes">
          {carried.map(part => {
            const from = place(part.carriedFrom)
            const width = Math.max(1.5, (part.carriedUntil ? Math.min(100, place(part.carriedUntil)) : 100) - from)
            return (
              <li key={part.id} className={`lane sector-${part.colour}`}>
                <span className="lane-name">
                  <SectorChip code={part.bodyCode} name={part.bodyName} colour={part.colour} />
                  {t(`common:responsibilityRoles.${part.role}`)} <DemoMark isDemo={part.isDemo} />
                </span>
                <svg className="lane-track" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="track" y="4" width="100" height="2" />
                  <rect
                    className={part.role === 'lead' || part.role === 'co-lead' ? 'bar main' : 'bar'}
                    x={from}
                    width={width}
                    height="10"
                  />
                </svg>
                <span className="lane-days">{daysOf(part)}</span>
              </li>
            )
          })}
        </ul>
        {carried.length > 0 && (
          <p className="lane-ends" aria-hidden="true">
            <span>{format.date(toDay(new Date(first)))}</span>
            <span>{t('responsibility.today')}</span>
          </p>
        )}
        {history.length > 0 && <ResponsibilityEvents history={history} />}
      </Section>
    </div>
  )

  function daysOf({ carriedFrom, carriedUntil }: ResponsibilityHistory): string {
    if (!carriedFrom) {
      return carriedUntil
        ? t('responsibility.periodFromPlan', { until: format.date(carriedUntil) })
        : t('responsibility.sincePlan')
    }
    const from = format.date(carriedFrom)
    return carriedUntil
      ? t('responsibility.period', { from, until: format.date(carriedUntil) })
      : t('responsibility.since', { from })
  }
}

const MONTH = 30 * 24 * 3_600_000
