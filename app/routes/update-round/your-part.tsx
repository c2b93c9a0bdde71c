import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Confidence } from '#app/components/confidence'
import { Percentage } from '#app/components/percentage'
import { ProgressForm } from '#app/components/progress-form'
import { Section } from '#app/components/section'
import { useFormat } from '#app/i18n/use-format'
import type { Reporting } from '#server/measures/progress-access.shared'
import type { RoundMeasure } from '#server/rounds/round.shared'

interface Item {
  measure: RoundMeasure
  reporting: Reporting
}

/** What the reader's body still owes, each with its form: ten things are filled in on one page. */
export function YourPart({ roundId, items, ownCode }: { roundId: string; items: Item[]; ownCode: string }) {
  const { t } = useTranslation(['rounds', 'progress'])
  const format = useFormat()
  const asked = useSearchParams()[0].get('measure')
  return (
    <Section title={t('round.yours')} count={items.length || undefined}>
      {items.length === 0 && <p className="mt-3 text-ink-2">{t('round.yoursDone')}</p>}
      {items.length > 0 && <p className="mt-2 text-sm text-ink-2">{t('round.yoursHint')}</p>}
      <ul className="your-part">
        {items.map(({ measure, reporting }) => (
          <li key={measure.id} id={`m-${measure.id}`}>
            <details open={items.length === 1 || measure.id === asked || undefined}>
              <summary>
                <span className="title">{measure.title}</span>
                {measure.report ? (
                  <span className="last">
                    <Percentage percentage={measure.report.percentage} confidence={measure.report.confidence} />
                    <Confidence confidence={measure.report.confidence} />
                    <span className="text-ink-3">
                      {t('round.before', { date: format.date(measure.report.reportedAt) })}
                    </span>
                  </span>
                ) : (
                  <span className="last text-ink-3">{t('progress:confidences.none')}</span>
                )}
              </summary>
              <p className="mb-4 text-sm">
                <Link to={`/measures/${measure.id}`}>{measure.title}</Link>
              </p>
              <ProgressForm
                measure={measure}
                newest={measure.report}
                reporting={reporting}
                ownCode={ownCode}
                action={`/update-rounds/${roundId}`}
              />
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
