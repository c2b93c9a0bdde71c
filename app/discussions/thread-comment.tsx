import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { ThreadComment } from '#server/discussions/discussion.shared'
import { ActionButton } from './action-button'
import { CommentAuthor } from './comment-author'
import { CommentForm } from './comment-form'
import { CommentText } from './comment-text'
import { FoldedForm } from './folded-form'

/** One thing that was said: by whom, what it said before, and for who said it how to change it. */
export function ThreadCommentItem({
  measureId,
  threadId,
  comment,
  isContinued,
}: {
  measureId: string
  threadId: string
  comment: ThreadComment
  /** it goes on what its author says just before it */
  isContinued?: boolean
}) {
  const { t } = useTranslation('discussions')
  const format = useFormat()
  const { id, author, writtenAt, removedAt, text, mentions, earlier, editedAt, isDemo } = comment
  return (
    <li className="comment">
      {!isContinued && <CommentAuthor author={author} at={writtenAt} threadId={threadId} isDemo={isDemo} />}
      {removedAt ? (
        <p className="gone">{t('removed', { date: format.date(removedAt) })}</p>
      ) : (
        <CommentText text={text} mentions={mentions} />
      )}
      {editedAt && earlier.length > 0 && (
        <details className="earlier">
          <summary className="link-button">{t('edited')}</summary>
          <p>{t('editedWhen', { date: format.date(editedAt) })}</p>
          {earlier.map(one => (
            <CommentText key={one.replacedAt.toISOString()} text={one.text} />
          ))}
        </details>
      )}
      {comment.canChange && (
        <div className="own">
          <FoldedForm opens={t('edit')} draftKey={`edit-comment ${id} ${threadId}`}>
            {close => (
              <CommentForm
                key={text}
                measureId={measureId}
                intent="edit-comment"
                fields={{ commentId: id, threadId }}
                label={t('editLabel')}
                send={t('save')}
                text={text}
                onClose={close}
              />
            )}
          </FoldedForm>
          <ActionButton
            measureId={measureId}
            intent="remove-comment"
            fields={{ commentId: id, threadId }}
            variant="ghost"
          >
            {t('remove')}
          </ActionButton>
        </div>
      )}
    </li>
  )
}
