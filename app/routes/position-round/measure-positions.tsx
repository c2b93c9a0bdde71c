import { Link } from '@remix-run/react'
import { Trans, useTranslation } from 'react-i18next'
import { ConditionList } from '#app/components/condition-list'
import { Note } from '#app/components/note'
import { Section } from '#app/components/section'
import { TextDifference } from '#app/components/text-difference'
import { useFormat } from '#app/i18n/use-format'
import type { DifferenceRow } from '#server/documents/compare-texts.shared'
import type { RoundedMeasure } from '#server/positions/position-round.shared'
import { PositionTable } from './position-table'
import type { RoundOnPage } from './round-on-page'
import { WaiveChanges } from './waive-changes'

interface Props {
  measure: RoundedMeasure
  round: RoundOnPage
  text: { rows: DifferenceRow[]; places: number } | undefined
  canWaive: boolean
}

/** What bodies say about a measure, on which conditions, and the text that it is about beside what it says now. */
export function MeasurePositions({ measure, round, text, canWaive }: Props) {
  const { t } = useTranslation('positions')
  const positions = round.positions.filter(position => position.measureId === measure.id)
  const conditions = round.conditions.filter(condition => condition.measureId === measure.id)
  return (
    <div className="measure-positions" id={`measure-${measure.id}`}>
      <Section title={measure.title} end={<Link to={`/measures/${measure.id}`}>{t('round.openMeasure')}</Link>}>
        <PositionTable measure={measure} positions={positions} conditions={conditions} />
        {conditions.length > 0 && (
          <section className="mt-5" aria-label={t('round.conditions')}>
            <h3>{t('round.conditions')}</h3>
            <ConditionList conditions={conditions} />
          </section>
        )}
        <div className="voted-text" id={`text-${measure.id}`}>
          <h3>{t('round.text', { version: measure.version.number })}</h3>
          {text && <VotedText measure={measure} text={text} />}
          {canWaive && measure.isMoved && <WaiveChanges round={round} measure={measure} positions={positions} />}
        </div>
      </Section>
    </div>
  )
}

function VotedText({ measure, text }: { measure: RoundedMeasure; text: NonNullable<Props['text']> }) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  const { version, isMoved } = measure
  if (!isMoved) {
    return (
      <>
        <Note tone="ok">{t('round.textSame')}</Note>
        <TextDifference rows={text.rows} folded={t('round.readText', { version: version.number })} />
      </>
    )
  }
  return (
    <>
      <Note tone="warn">
        <Trans t={t} i18nKey="round.textMoved" count={text.places} components={{ b: <strong /> }} />
      </Note>
      <TextDifference
        rows={text.rows}
        before={{
          name: t('round.thisVersion', { version: version.number }),
          detail: t('round.frozenOn', { date: format.date(version.createdAt) }),
        }}
        after={{ name: t('round.today'), detail: t('round.todayDetail') }}
      />
    </>
  )
}
