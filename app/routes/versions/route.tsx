import './versions.css'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { actOnVersions } from './actions.server'
import { AuthoredText } from './authored-text'
import { Comparison } from './comparison'
import { loadVersions } from './load-versions.server'
import { NameForm } from './name-form'
import { RestoredNote } from './restored-note'
import { Restoring } from './restoring'
import { VersionList } from './version-list'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data ? pageTitle(translator(metaLocale(matches), 'versions')('titleOf', { title: data.measure.title })) : []

export const loader = loadVersions
export const action = actOnVersions

export default function Versions() {
  const { t } = useTranslation('versions')
  const { measure, versions, comparison, restoring, authorship, canWrite } = useLoaderData<typeof loader>()
  const { id, title, planTitle } = measure
  useLiveTopic([`measure:${id}`])
  const nameForm = canWrite && <NameForm measureId={id} />
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('intro')}
        crumbs={[
          { label: planTitle, to: '/measures' },
          { label: title, to: `/measures/${id}` },
        ]}
      />
      <RestoredNote />
      {comparison || restoring || authorship ? (
        <div className="versions-page">
          {authorship && <AuthoredText authorship={authorship} />}
          {comparison && <Comparison comparison={comparison} versions={versions} canWrite={canWrite} />}
          {restoring && <Restoring measureId={id} restoring={restoring} />}
          <aside aria-label={t('list.title')}>
            {nameForm}
            {versions.length > 0 && (
              <VersionList versions={versions} shown={(restoring?.version ?? comparison?.from)?.number} />
            )}
          </aside>
        </div>
      ) : (
        <>
          <EmptyState title={t('none.title')} actions={<LinkButton to="?view=authors">{t('authors.open')}</LinkButton>}>
            {t(canWrite ? 'none.editor' : 'none.reader')}
          </EmptyState>
          <div className="narrow">{nameForm}</div>
        </>
      )}
    </>
  )
}
