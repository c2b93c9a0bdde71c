import '#app/components/text-difference.css'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AuthorLegend } from '#app/components/author-legend'
import { authorLine } from '#app/components/author-lines'
import { classNames } from '#app/components/class-names'
import { Section } from '#app/components/section'
import type { AuthoredBlock, Authorship } from '#server/documents/authorship.shared'

/** The text as it is now, each stretch in the colour of the sector that wrote it, with the body's code where it begins. */
export function AuthoredText({ authorship: { authors, restorers, blocks } }: { authorship: Authorship }) {
  const { t } = useTranslation('versions')
  const fromPlan = blocks
    .flatMap(block => block.runs)
    .reduce((sum, run) => (run.author === null ? sum + run.text.trim().length : sum), 0)
  return (
    <div className="comparison">
      <Section title={t('authors.title')} end={<Link to="?">{t('authors.back')}</Link>}>
        {authors.length === 0 && <p className="text-ink-2">{t('authors.nobody')}</p>}
        <AuthorLegend
          authors={authors}
          written={new Map(authors.map(({ characters }, place) => [place, characters]))}
          broughtBack={new Map(restorers.map(({ author, characters }) => [author, characters]))}
          fromPlan={fromPlan}
          by="person"
        />
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
        <Run key={index} run={run} authors={authors} />
      ))}
    </p>
  )
}

function Run({ run, authors }: { run: AuthoredBlock['runs'][number]; authors: Authorship['authors'] }) {
  const { t } = useTranslation('versions')
  const { text } = run
  const author = run.author === null ? undefined : authors[run.author]
  if (!author || run.author === null) return text
  const { bodyCode, bodyName, personName, colour } = author
  const restorer = typeof run.restoredBy === 'number' ? authors[run.restoredBy] : undefined
  const wrote = `${bodyName}, ${personName}`
  const name = restorer && `${restorer.personName} (${restorer.bodyCode})`
  return (
    <span
      className={`by-author sector-${colour} line-${authorLine(authors, run.author)}`}
      title={name ? t('authors.writtenAndBroughtBack', { author: wrote, name }) : wrote}
    >
      <span className="sr-only">
        {` ${name ? t('authors.byAndBroughtBack', { code: bodyCode, name }) : t('authors.by', { code: bodyCode })} `}
      </span>
      <span className="code" aria-hidden="true">
        {restorer ? `↩ ${bodyCode}` : bodyCode}
      </span>
      {text}
    </span>
  )
}
