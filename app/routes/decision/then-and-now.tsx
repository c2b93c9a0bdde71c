import { Link } from '@remix-run/react'
import { Trans, useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { Section } from '#app/components/section'
import { TextDifference } from '#app/components/text-difference'
import { useFormat } from '#app/i18n/use-format'
import type { ComparedMeasure } from '#server/decisions/decision-detail.shared'
import type { DifferenceRow } from '#server/documents/compare-texts.shared'

export interface MeasureThenAndNow extends Omit<ComparedMeasure, 'textThen' | 'textNow'> {
  rows: DifferenceRow[]
  places: number
}

/** The text that lay on the table beside the text of today, for each measure that was decided about (rule 1). */
export function ThenAndNow({ measures }: { measures: MeasureThenAndNow[] }) {
  const { t } = useTranslation('decisions')
  return (
    <div id="verschil" className="then-and-now">
      <Section
        title={t('thenAndNow')}
        end={measures.length === 1 && <Link to={`/measures/${measures[0]?.id}`}>{t('openMeasure')}</Link>}
      >
        {measures.length === 0 && <p className="mt-3 text-ink-2">{t('noMeasure')}</p>}
        {measures.map(measure => (
          <div key={measure.id} className="measure">
            {measures.length > 1 && (
              <h3>
                <Link to={`/measures/${measure.id}`}>{measure.title}</Link>
              </h3>
            )}
            <Compared measure={measure} />
          </div>
        ))}
      </Section>
    </div>
  )
}

function Compared({ measure }: { measure: MeasureThenAndNow }) {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  const { isMoved, places, rows, version } = measure
  if (!isMoved) return <Unchanged rows={rows} />
  const today = { number: measure.newestVersion, date: measure.changedAt ? format.date(measure.changedAt) : '' }
  return (
    <>
      <Note tone="warn">
        <Trans t={t} i18nKey="places" count={places} components={{ b: <strong /> }} />
      </Note>
      <TextDifference
        rows={rows}
        before={{ name: t('version', { number: version }), detail: format.date(measure.frozenAt) }}
        after={{ name: t('today'), detail: t('afterVersion', today) }}
      />
    </>
  )
}

function Unchanged({ rows }: { rows: DifferenceRow[] }) {
  const { t } = useTranslation('decisions')
  const hasText = rows.some(row => row.after?.segments.some(segment => segment.text.trim()))
  return (
    <>
      <Note tone="ok">{t(hasText ? 'unchanged' : 'noText')}</Note>
      {hasText && <TextDifference rows={rows} />}
    </>
  )
}
