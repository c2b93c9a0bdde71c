import '#app/components/text-difference.css'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import type { AuthoredBlock, Authorship } from '#server/documents/authorship.shared'

/** The text as it is now, each stretch in the colour of the sector that wrote it, with the body's code where it begins. */
export function AuthoredText({ authorship: { authors, blocks } }: { authorship: Authorship }) {
  const { t } = useTranslation('versions')
  const all = blocks.flatMap(block => block.runs).reduce((sum, run) => sum + run.text.length, 0)
  const hasImported = blocks.some(block => block.runs.some(run => run.author === null && run.text.trim() !== ''))
  return (
    <div className="comparison">
      <Section title={t('authors.title')} end={<Link to="?">{t('authors.back')}</Link>}>
        {authors.length === 0 && <p className="text-ink-2">{t('authors.nobody')}</p>}
        <ul className="author-legend" aria-label={t('authors.legend')}>
          {authors.map(({ personId, personName, bodyCode, bodyName, colour, characters }) => (
            <li key={`${personId} ${bodyCode}`}>
              <SectorChip code={bodyCode} name={bodyName} colour={colour} /> {personName}{' '}
              <span className="text-ink-3">
                {t('authors.share', { percent: Math.round((100 * characters) / Math.max(1, all)) })}
              </span>
            </li>
          ))}
          {hasImported && <li className="text-ink-2">{t('authors.fromPlan')}</li>}
        </ul>
        <div className="difference">
          <div className="authored" lang="nl">
            {blocks.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
              <Block key={index} block={block} authors={authors} />
            ))}
          </div>
        </div>
      </Section>
    </div>
  )
}

function Block({ block, authors }: { block: AuthoredBlock; authors: Authorship['authors'] }) {
  const { kind, indent, number, checked, runs } = block
  if (runs.every(run => run.text === '')) return null
  const lead = kind === 'task' ? (checked ? '☑' : '☐') : number === undefined ? '–' : `${number}.`
  return (
    <p className={classNames('block', `is-${kind}`, indent > 0 && `indent-${Math.min(indent, 5)}`)}>
      {(kind === 'task' || kind === 'list-item') && <span className="lead">{lead}</span>}
      {runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
        <Run key={index} text={run.text} author={run.author === null ? undefined : authors[run.author]} />
      ))}
    </p>
  )
}

function Run({ text, author }: { text: string; author: Authorship['authors'][number] | undefined }) {
  const { t } = useTranslation('versions')
  if (!author) return text
  const { bodyCode, bodyName, personName, colour } = author
  return (
    <span className={`by-author sector-${colour}`} title={`${bodyName}, ${personName}`}>
      <span className="sr-only">{` ${t('authors.by', { code: bodyCode })} `}</span>
      <span className="code" aria-hidden="true">
        {bodyCode}
      </span>
      {text}
    </span>
  )
}
