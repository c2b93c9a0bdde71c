import { useTranslation } from 'react-i18next'
import { Confidence } from '#app/components/confidence'
import { Percentage } from '#app/components/percentage'
import { DemoMark } from '#app/components/provenance'
import { ReportAuthor } from '#app/components/report-author'
import type { MeasureProgress } from '#server/measures/progress.shared'

/** How far it is, in the side column, with the way to the whole. */
export function ProgressInShort({ progress: { reports } }: { progress: MeasureProgress }) {
  const { t } = useTranslation('progress')
  const [newest] = reports
  return (
    <section className="side-section" aria-labelledby="progress-in-short">
      <div className="heading">
        <h2 id="progress-in-short">{t('titleInShort')}</h2>
        <a href="#progress" className="end" aria-label={t('form.jump')}>
          {t('inShort')}
        </a>
      </div>
      {newest ? (
        <>
          <div className="progress-in-short">
            <Percentage percentage={newest.percentage} confidence={newest.confidence} />
            <Confidence confidence={newest.confidence} />
          </div>
          <p className="mt-1 text-sm text-ink-3">
            <ReportAuthor report={newest} /> <DemoMark isDemo={newest.isDemo} />
          </p>
        </>
      ) : (
        <p className="text-sm text-ink-3">{t('confidences.none')}</p>
      )}
    </section>
  )
}
