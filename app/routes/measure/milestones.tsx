import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { DateText } from '#app/components/date-text'
import { CertaintyMark, DemoMark } from '#app/components/provenance'
import { useFormat } from '#app/i18n/use-format'
import type { MilestoneOnMeasure } from '#server/measures/measure-detail.shared'

/** What happened, as sources say; a full dot for what is past. */
export function Milestones({ milestones }: { milestones: MilestoneOnMeasure[] }) {
  const { t } = useTranslation('measures')
  const { today } = useFormat()
  return (
    <section className="side-section" aria-labelledby="milestones">
      <h2 id="milestones">{t('milestones.title')}</h2>
      {milestones.length === 0 && <p className="text-sm text-ink-3">{t('milestones.none')}</p>}
      <ul className="milestones">
        {milestones.map(({ id, date, label, source, certainty, isDemo }) => (
          <li key={id} className={classNames(date <= today && 'done')}>
            <i aria-hidden="true" />
            <span className="text-ink-3">
              <DateText date={date} />
            </span>
            <span>
              {label} <CertaintyMark certainty={certainty} /> <DemoMark isDemo={isDemo} />
              {source && <span className="block text-xs text-ink-3">{t('milestones.source', { source })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
