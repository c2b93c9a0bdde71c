import { Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BodyAvatar } from '#app/components/body-avatar'
import { DemoMark } from '#app/components/provenance'
import { toDay } from '#app/i18n/format'
import { useFormat } from '#app/i18n/use-format'
import type { TextAuthor } from '#server/documents/version.shared'

/** Who says it, for whom, and when. The moment is the address of the discussion. */
export function CommentAuthor({
  author,
  at,
  does,
  threadId,
  isDemo = false,
}: {
  author: TextAuthor
  at: Date
  does?: ReactNode
  threadId: string
  isDemo?: boolean
}) {
  const { t } = useTranslation('discussions')
  const format = useFormat()
  const [search] = useSearchParams()
  const to = new URLSearchParams(search)
  to.set('thread', threadId)
  return (
    <div className="comment-by">
      <BodyAvatar small code={author.bodyCode} name={author.bodyName} colour={author.colour} />
      <span className="who">
        <b>{author.personName}</b> {does}
      </span>
      <span className="when">
        <Link to={`?${to}#thread-${threadId}`} className="quiet" title={t('link')} preventScrollReset replace>
          <time dateTime={at.toISOString()}>{toDay(at) === format.today ? format.time(at) : format.date(at)}</time>
        </Link>{' '}
        <DemoMark isDemo={isDemo} />
      </span>
    </div>
  )
}
