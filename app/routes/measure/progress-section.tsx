import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Confidence } from '#app/components/confidence'
import { MeasureStatus } from '#app/components/measure-status'
import { Percentage } from '#app/components/percentage'
import { Pill } from '#app/components/pill'
import { ProgressForm } from '#app/components/progress-form'
import { ProgressWords } from '#app/components/progress-words'
import { DemoMark } from '#app/components/provenance'
import { ReportAuthor } from '#app/components/report-author'
import { Section } from '#app/components/section'
import type { MeasureStatus as Status } from '#server/measures/measure.shared'
import { type MeasureProgress, STALE_AFTER_MONTHS } from '#server/measures/progress.shared'
import type { Reporting } from '#server/measures/progress-access.shared'
import { ProgressHistory } from './progress-history'
import { RollUp } from './roll-up'
import { StatusSource } from './status-source'

interface Props {
  measure: { id: string; status: Status }
  progress: MeasureProgress
  /** null: the reader may only read */
  reporting: Reporting | null
  ownCode: string
}

/** How far this measure is, as it was last reported; the form for the next report; what was reported before. */
export function ProgressSection({ measure, progress, reporting, ownCode }: Props) {
  const { t } = useTranslation('progress')
  const [newest = null, ...earlier] = progress.reports
  return (
    <div id="progress" className="measure-progress">
      <Section
        title={t('title')}
        end={progress.isStale && <Pill tone="warn">{t('stale', { months: STALE_AFTER_MONTHS })}</Pill>}
      >
        {newest ? (
          <div className="mt-4">
            <div className="progress-picture">
              <Percentage percentage={newest.percentage} confidence={newest.confidence} />
              <Confidence confidence={newest.confidence} />
              <MeasureStatus status={newest.status} />
              <span className="text-sm text-ink-3">
                <ReportAuthor report={newest} /> <DemoMark isDemo={newest.isDemo} />
              </span>
            </div>
            <ProgressWords report={newest} />
            <StatusSource status={measure.status} newest={newest} byHand={progress.statusByHand} />
          </div>
        ) : (
          <p className="mt-3 text-ink-2">{t('none')}</p>
        )}
        <RollUp rollUp={progress.rollUp} />
        {reporting && (
          <div className="row mt-4 flex-wrap items-start">
            <FoldedForm
              key={`${measure.id} new`}
              label={t('form.open')}
              form={{ measure, newest, reporting, ownCode }}
              isMain
            />
            {reporting.mayCorrect && newest && (
              <FoldedForm
                key={`${measure.id} correction`}
                label={t('form.openCorrection')}
                form={{ measure, newest, reporting, ownCode, isCorrection: true }}
              />
            )}
          </div>
        )}
        <ProgressHistory reports={earlier} all={progress.reports} />
      </Section>
    </div>
  )
}

function FoldedForm({
  label,
  form,
  isMain,
}: {
  label: string
  form: Parameters<typeof ProgressForm>[0]
  isMain?: boolean
}) {
  const place = useRef<HTMLDetailsElement>(null)
  const close = () => {
    place.current?.removeAttribute('open')
    place.current?.querySelector('summary')?.focus()
  }
  return (
    <details className="answer report-fold" ref={place}>
      <summary className={isMain ? 'button primary' : 'button ghost'}>{label}</summary>
      <div className="panel">
        <ProgressForm {...form} onDone={close} />
      </div>
    </details>
  )
}
