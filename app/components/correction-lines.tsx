import { Link } from '@remix-run/react'
import { Trans, useTranslation } from 'react-i18next'
import { registerNumber } from '#server/decisions/decision.shared'
import type { Corrections, NamedDecision } from '#server/decisions/decision-list.shared'
import { Note } from './note'

/** What a decision takes the place of, and loudly what took its place. */
export function CorrectionLines({ corrects, correctedBy }: Corrections) {
  return (
    <>
      {correctedBy && (
        <Note tone="warn" className="mb-3">
          <Named by="correctedBy" decision={correctedBy} />
        </Note>
      )}
      {corrects && (
        <p className="mb-3 text-sm text-ink-2">
          <Named by="corrects" decision={corrects} />
        </p>
      )}
    </>
  )
}

/** The same in a row of a list. */
export function CorrectionMarks({ corrects, correctedBy }: Corrections) {
  return (
    <>
      {correctedBy && (
        <small className="block text-warn">
          <Named by="correctedBy" decision={correctedBy} />
        </small>
      )}
      {corrects && (
        <small className="block text-ink-2">
          <Named by="corrects" decision={corrects} />
        </small>
      )}
    </>
  )
}

function Named({ by, decision }: { by: keyof Corrections; decision: NamedDecision }) {
  const { t } = useTranslation('decisions')
  return (
    <Trans
      t={t}
      i18nKey={by}
      values={{ number: registerNumber(decision) }}
      components={{ a: <Link to={`/decisions/${decision.id}`} title={decision.title} /> }}
    />
  )
}
