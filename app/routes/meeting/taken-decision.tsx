import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CorrectionLines } from '#app/components/correction-lines'
import { DecisionResult } from '#app/components/decision-result'
import { DecisionText } from '#app/components/decision-text'
import { MovedMark } from '#app/components/moved-mark'
import { DemoMark } from '#app/components/provenance'
import { registerNumber } from '#server/decisions/decision.shared'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'

/** A decision that stands, where it was taken. */
export function TakenDecision({ decision }: { decision: DecisionInMeeting }) {
  const { t } = useTranslation('decisions')
  const { id, result, reachedBy, text, reservations, measures, isDemo } = decision
  return (
    <article className="part compact" aria-labelledby={`decision-${id}`}>
      <div className="item-line">
        <h3 id={`decision-${id}`}>
          <Link to={`/decisions/${id}`}>{t('decisionNumber', { number: registerNumber(decision) })}</Link>
        </h3>
        <DecisionResult result={result} />
        <span>{t(`ways.${reachedBy}`)}</span>
        <DemoMark isDemo={isDemo} />
      </div>
      <CorrectionLines corrects={decision.corrects} correctedBy={decision.correctedBy} />
      <DecisionText text={text} reservations={reservations} />
      {measures.length > 0 && (
        <ul className="pinned">
          {measures.map(measure => (
            <li key={measure.id}>
              <Link to={`/measures/${measure.id}`}>
                {measure.number !== null && `${measure.number} · `}
                {measure.title}
              </Link>
              , {t('facts.frozen', { version: t('versionLower', { number: measure.version }) })}{' '}
              {measure.isMoved && <MovedMark decisionId={id} />}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
