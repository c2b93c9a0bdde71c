import { Link } from '@remix-run/react'
import { Trans, useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { TextDifference } from '#app/components/text-difference'
import type { TextAuthor } from '#server/documents/version.shared'
import { CompareForm } from './compare-form'
import type { ShownComparison, ShownVersion } from './load-versions.server'
import { RestoreLinks } from './restore-links'
import { useVersionHead } from './version-head'

/** Two texts beside each other, who wrote what lies between, and the way back. */
export function Comparison({
  comparison,
  versions,
  canWrite,
}: {
  comparison: ShownComparison
  versions: ShownVersion[]
  canWrite: boolean
}) {
  const { t } = useTranslation('versions')
  const { from, to, rows, places, authors } = comparison
  const head = useVersionHead()
  return (
    <div id="verschil" className="comparison">
      <Section title={t('compare.title')} end={<Link to="?view=authors">{t('authors.open')}</Link>}>
        <CompareForm
          key={`${from.number} ${to === 'now' ? to : to.number}`}
          comparison={comparison}
          versions={versions}
        />
        {places === 0 ? (
          <Note tone="ok">{t('compare.same')}</Note>
        ) : (
          <Note tone="info">
            <Trans t={t} i18nKey="compare.places" count={places} components={{ b: <strong /> }} />{' '}
            <Authors authors={authors} />
          </Note>
        )}
        {places === 0 ? (
          <TextDifference rows={rows} folded={t('compare.read')} />
        ) : (
          <TextDifference
            rows={rows}
            before={head(from)}
            after={to === 'now' ? { name: t('now'), detail: '' } : head(to)}
          />
        )}
        {canWrite && <RestoreLinks comparison={comparison} />}
      </Section>
    </div>
  )
}

function Authors({ authors }: { authors: TextAuthor[] }) {
  const { t } = useTranslation('versions')
  if (authors.length === 0) return <>{t('compare.noAuthors')}</>
  return (
    <>
      {t('compare.writtenBy')}{' '}
      <span className="version-authors">
        {authors.map(({ personId, personName, bodyCode, bodyName, colour }) => (
          <span key={`${personId} ${bodyCode}`}>
            <SectorChip code={bodyCode} name={bodyName} colour={colour} /> {personName}
          </span>
        ))}
      </span>
    </>
  )
}
