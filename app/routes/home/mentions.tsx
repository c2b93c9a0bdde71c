import { Link } from '@remix-run/react'
import { AtSign } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { toDay } from '#app/i18n/format'
import { useFormat } from '#app/i18n/use-format'
import { plainComment } from '#server/discussions/comment-text.shared'
import type { MentionOfMe } from '#server/discussions/discussion.shared'

/** Where I, my body or my sector am called by name, until I answer. */
export function Mentions({ mentions }: { mentions: MentionOfMe[] }) {
  const { t } = useTranslation('discussions')
  const format = useFormat()
  if (mentions.length === 0) return null
  return (
    <Section title={t('home.title')} count={mentions.length}>
      <ul aria-label={t('home.title')}>
        {mentions.map(({ threadId, measureId, measureTitle, kind, text, author, at }) => (
          <li key={threadId} className="work-row">
            <span className="mark">
              <Icon of={AtSign} />
            </span>
            <div className="what">
              <Link to={`/measures/${measureId}?thread=${threadId}#thread-${threadId}`}>{measureTitle}</Link>
              <p>
                <SectorChip code={author.bodyCode} name={author.bodyName} colour={author.colour} /> {author.personName}{' '}
                {t(`home.calls.${kind}`)}: {shorten(plainComment(text))}
              </p>
            </div>
            <div className="when">
              {format.date(at)}
              <small>{format.relativeDay(toDay(at))}</small>
            </div>
            <div className="answers">
              <LinkButton small to={`/measures/${measureId}?thread=${threadId}#thread-${threadId}`}>
                {t('home.answer')}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const shorten = (text: string) => (text.length > 180 ? `${text.slice(0, 170).trimEnd()}…` : text)
