import { Check, RotateCcw } from 'lucide-react'
import { forwardRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ServedConditions } from '#app/components/served-conditions'
import { useFormat } from '#app/i18n/use-format'
import type { Thread } from '#server/discussions/discussion.shared'
import { ActionButton } from './action-button'
import { CommentAuthor } from './comment-author'
import { CommentForm } from './comment-form'
import { useDiscussionState } from './discussion-context'
import { FoldedForm } from './folded-form'
import { ProposalActions } from './proposal-actions'
import { ProposalPart } from './proposal-part'
import { ThreadCommentItem } from './thread-comment'

interface ThreadCardProps {
  measureId: string
  thread: Thread
  /** it stands beside its passage, which needs no quoting */
  isBeside?: boolean
  isActive?: boolean
  /** it stands beside its rivals */
  isCompared?: boolean
  onFocus?: () => void
}

/** A discussion: about what, what is proposed, what was said, and what can be done. */
export const ThreadCard = forwardRef<HTMLElement, ThreadCardProps>(
  ({ measureId, thread, isBeside, isActive, isCompared, onFocus }, ref) => {
    const { t } = useTranslation('discussions')
    const { id, quote, passage, comments, proposal, isDemo } = thread
    const discussion = useDiscussionState()
    const isDetached = quote !== '' && passage === null && !thread.resolvedAt && !proposal
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) discussion?.text?.focus()
    }
    return (
      <article
        ref={ref}
        id={`thread-${id}`}
        className="thread"
        data-active={isActive || undefined}
        aria-label={proposal ? t('proposal.label') : quote ? t('about', { quote: shorten(quote) }) : t('whole')}
        tabIndex={-1}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        {!isBeside && !proposal && (
          <p className="about">
            {isDetached && <span className="detached">{t('detached')} </span>}
            {quote ? <q lang="nl">{shorten(quote)}</q> : t('whole')}
          </p>
        )}
        {proposal && (
          <div className="comment">
            <CommentAuthor
              author={thread.openedBy}
              at={thread.openedAt}
              does={t('proposal.proposes')}
              threadId={id}
              isDemo={isDemo}
            />
            <ProposalPart measureId={measureId} thread={thread} proposal={proposal} isCompared={isCompared} />
          </div>
        )}
        <ul className="comments">
          {comments.map((comment, index) => (
            <ThreadCommentItem
              key={comment.id}
              measureId={measureId}
              threadId={id}
              comment={comment}
              isContinued={index === 0 && proposal !== null && comment.author.personId === thread.openedBy.personId}
            />
          ))}
        </ul>
        <ServedConditions conditions={thread.serves} />
        <LastStep thread={thread} />
        <div className="thread-actions">
          <ProposalActions measureId={measureId} thread={thread} />
          <Answer measureId={measureId} thread={thread} />
        </div>
      </article>
    )
  },
)
ThreadCard.displayName = 'ThreadCard'

function Answer({ measureId, thread: { id, resolvedAt, can } }: { measureId: string; thread: Thread }) {
  const { t } = useTranslation('discussions')
  const discussion = useDiscussionState()
  return (
    <>
      {discussion?.canDiscuss && (
        <FoldedForm opens={t('reply')} draftKey={`add-comment ${id}`}>
          {close => (
            <CommentForm
              measureId={measureId}
              intent="add-comment"
              fields={{ threadId: id }}
              label={t('replyLabel')}
              send={t('send')}
              onClose={close}
            />
          )}
        </FoldedForm>
      )}
      {can.resolve && (
        <ActionButton
          measureId={measureId}
          intent={resolvedAt ? 'reopen-thread' : 'resolve-thread'}
          fields={{ threadId: id }}
          variant="ghost"
          icon={resolvedAt ? RotateCcw : Check}
        >
          {t(resolvedAt ? 'reopen' : 'resolve')}
        </ActionButton>
      )}
    </>
  )
}

/** What became of a proposal says so already. */
function LastStep({ thread: { step, proposal, resolvedAt } }: { thread: Thread }) {
  const { t } = useTranslation('discussions')
  const format = useFormat()
  if (!step || (proposal && resolvedAt)) return null
  const words = { body: step.by.bodyCode, date: format.date(step.at) }
  return <p className="last-step">{t(step.kind === 'resolved' ? 'resolvedBy' : 'reopenedBy', words)}</p>
}

const shorten = (quote: string) => (quote.length > 160 ? `${quote.slice(0, 150).trimEnd()}…` : quote)
