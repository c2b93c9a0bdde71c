import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { Proposal, Thread } from '#server/discussions/discussion.shared'
import { WordDifference } from './word-difference'

/** What is proposed, word by word, what became of it, and where the text says something else by now. */
export function ProposalPart({
  measureId,
  thread,
  proposal,
  isCompared,
}: {
  measureId: string
  thread: Thread
  proposal: Proposal
  /** it stands beside its rivals */
  isCompared?: boolean
}) {
  const { t } = useTranslation('discussions')
  const { id, quote, passage } = thread
  const { replacement, state, rivals, onto } = proposal
  const isOpen = state === 'open'
  const isChanged = isOpen && passage !== null && passage !== quote
  return (
    <div className="proposal">
      <WordDifference before={onto ?? quote} after={replacement} />
      {replacement === '' && <p className="remark">{t('proposal.leaveOut')}</p>}
      {isChanged && passage === replacement && <p className="remark">{t('proposal.already')}</p>}
      {isChanged && passage !== replacement && (
        <div className="remark is-warning">
          <p>{t('proposal.changed')}</p>
          <WordDifference before={passage} after={replacement} />
        </div>
      )}
      {isOpen && passage === null && <p className="remark is-warning">{t('proposal.gone')}</p>}
      {!isOpen && <Outcome proposal={proposal} />}
      {rivals > 0 && !isCompared && (
        <p className="remark">
          <Link to={`/measures/${measureId}/proposals?thread=${id}`}>{t('proposal.compare', { count: rivals })}</Link>
        </p>
      )}
    </div>
  )
}

function Outcome({ proposal: { state, settledAt, settledBy, reason } }: { proposal: Proposal }) {
  const { t } = useTranslation('discussions')
  const format = useFormat()
  const date = settledAt ? format.date(settledAt) : ''
  return (
    <div className={`outcome is-${state}`}>
      <p>{t(`proposal.states.${state}`, { body: settledBy?.bodyCode ?? '', date })}</p>
      {reason && <p className="reason">{reason}</p>}
    </div>
  )
}
