import { useTranslation } from 'react-i18next'
import { Pagination } from '#app/components/pagination'
import type { Thread, ThreadPage } from '#server/discussions/discussion.shared'
import { CommentForm } from './comment-form'
import { FoldedForm } from './folded-form'
import { ThreadCard } from './thread-card'
import { ThreadFilters } from './thread-filters'

/** What is discussed about a measure, as a list to read; what stands beside the text is not told twice. */
export function ThreadList({
  measureId,
  discussion,
  threads,
  beside,
  marked,
  activeId,
}: {
  measureId: string
  discussion: ThreadPage & { canDiscuss: boolean }
  threads: Thread[]
  /** how many of them stand beside the text */
  beside: number
  /** how many passages are marked in the text */
  marked: number
  activeId: string | null
}) {
  const { t } = useTranslation('discussions')
  const { counts, filters, page, pages, canDiscuss } = discussion
  return (
    <section className="low discussion" id="discussion" aria-labelledby="discussion-title">
      <h2 id="discussion-title">{t('title')}</h2>
      {counts.all > 0 && <ThreadFilters {...discussion} />}
      {beside > 0 && (
        <p className="hint">
          {t('inMargin', { count: beside })} {marked > beside && t('marked', { count: marked })} {t('keys')}
        </p>
      )}
      {counts.all === 0 && (
        <p className="hint">
          <b>{t('none')}.</b> {t(canDiscuss ? 'noneWhy' : 'noneToRead')}
        </p>
      )}
      {counts.all > 0 && counts[filters.state] === 0 && threads.length === 0 && (
        <p className="hint">{t('noneFound')}</p>
      )}
      <div className="threads">
        {threads.map(thread => (
          <ThreadCard key={thread.id} measureId={measureId} thread={thread} isActive={thread.id === activeId} />
        ))}
      </div>
      <Pagination page={page} pages={pages} words={{ previous: t('newer'), next: t('older') }} />
      {canDiscuss && (
        <FoldedForm opens={t('start')} draftKey={`open-thread ${measureId}`} className="start">
          {close => (
            <CommentForm
              measureId={measureId}
              intent="open-thread"
              fields={{ measureId }}
              label={t('startLabel')}
              send={t('startNow')}
              onClose={close}
            />
          )}
        </FoldedForm>
      )}
    </section>
  )
}
