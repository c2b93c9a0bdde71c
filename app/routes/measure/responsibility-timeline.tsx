import { useTranslation } from 'react-i18next'
import { DemoMark } from '#app/components/provenance'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { carriedDays } from '#app/history/carried-days'
import { lanesOf } from '#app/history/lanes-of'
import { toDay } from '#app/i18n/format'
import { useFormat } from '#app/i18n/use-format'
import { PictureFiles } from '#app/pictures/picture-files'
import '#app/pictures/pictures.css'
import type { ResponsibilityHistory } from '#server/measures/responsibility.shared'
import { ResponsibilityEvents } from './responsibility-events'

/** Who carried this measure in which role, as bars over time, each with its days in words; below it every step as a list. */
export function ResponsibilityTimeline({
  measureId,
  history,
}: {
  measureId: string
  history: ResponsibilityHistory[]
}) {
  const { t } = useTranslation(['progress', 'common'])
  const format = useFormat()
  const { lanes, first } = lanesOf(history, format.today)
  return (
    <div className="responsibility-timeline">
      <Section title={t('responsibility.title')}>
        {lanes.length === 0 && <p className="mt-3 text-sm text-ink-2">{t('responsibility.none')}</p>}
        <ul className="lanes">
          {lanes.map(({ part, from, width }) => (
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
              <span className="lane-days">{carriedDays(part, t, format.date)}</span>
            </li>
          ))}
        </ul>
        {lanes.length > 0 && (
          <p className="lane-ends" aria-hidden="true">
            <span>{format.date(toDay(first))}</span>
            <span>{t('responsibility.today')}</span>
          </p>
        )}
        {lanes.length > 0 && (
          <div className="picture-actions">
            <PictureFiles file={`/measures/${measureId}/responsibilities.svg`} name="owners" />
          </div>
        )}
        {history.length > 0 && <ResponsibilityEvents history={history} />}
      </Section>
    </div>
  )
}
