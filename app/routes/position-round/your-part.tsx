import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Pill } from '#app/components/pill'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { StanceChip } from '#app/components/stance-chip'
import { useFormat } from '#app/i18n/use-format'
import type { BodyMark } from '#server/bodies/body.shared'
import type { BodyPosition, PositionDraft } from '#server/positions/position.shared'
import type { RoundedMeasure } from '#server/positions/position-round.shared'
import { PositionForm } from './position-form'
import { Reconfirm } from './reconfirm'
import type { RoundOnPage } from './round-on-page'

/** What a body of the reader is asked: on each measure its position, or the form for one. */
export function YourPart({ body, round, now }: { body: BodyMark; round: RoundOnPage; now: Date }) {
  const { t } = useTranslation('positions')
  const asked = useSearchParams()[0].get('measure')
  const isOpen = !round.closedAt && round.closesAt > now
  const items = round.measures.flatMap(measure => {
    const position = round.positions.find(one => one.measureId === measure.id && one.body.id === body.id)
    const draft = round.drafts.find(one => one.measureId === measure.id && one.bodyId === body.id)
    const canAnswer = isOpen || (round.closedAt !== null && position?.isStale)
    return position && (canAnswer || position.positionId) ? [{ measure, position, draft }] : []
  })
  if (items.length === 0) return null
  return (
    <Section
      title={
        <>
          {t('mine.title')} <SectorChip code={body.code} name={body.name} colour={body.colour} />
        </>
      }
    >
      <ul className="your-positions">
        {items.map(({ measure, position, draft }) => (
          <li key={measure.id} id={`mine-${measure.id}`}>
            <details open={items.length === 1 || measure.id === asked || undefined}>
              <summary>
                <span className="title">{measure.title}</span>
                <StanceChip
                  standing={position.standing}
                  staleOn={position.isStale ? position.version.number : undefined}
                />
                {draft && <Pill tone="info">{t('mine.hasDraft')}</Pill>}
              </summary>
              <div className="inside">
                <Answer {...{ body, round, measure, position, draft, isOpen }} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export interface AnswerProps {
  body: BodyMark
  round: RoundOnPage
  measure: RoundedMeasure
  position: BodyPosition
  draft: PositionDraft | undefined
  isOpen: boolean
}

function Answer(props: AnswerProps) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  const { round, measure, position, draft, isOpen } = props
  const answered = position.positionId !== null
  const form = <PositionForm {...props} />
  return (
    <>
      {position.isStale && <Reconfirm round={round} measure={measure} position={position} />}
      {!position.isStale && (
        <p className="mb-3 text-sm">
          <Link to={`#text-${measure.id}`}>{t('round.readText', { version: measure.version.number })}</Link>
        </p>
      )}
      {draft && (
        <p className="mb-3 text-sm text-ink-2">
          {t('mine.draftBy', {
            name: draft.savedBy,
            date: format.date(draft.savedAt),
            time: format.time(draft.savedAt),
          })}
        </p>
      )}
      {answered || !isOpen
        ? (isOpen || position.isStale) && (
            <details className="another" open={draft !== undefined || undefined}>
              <summary className="button small">{t(isOpen ? 'mine.replace' : 'mine.another')}</summary>
              {form}
            </details>
          )
        : form}
    </>
  )
}
