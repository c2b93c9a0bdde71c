import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { ChoiceLinks } from '#app/components/choice-links'
import { DependencyGraphPicture } from '#app/components/dependency-picture'
import { DependencyTable } from '#app/components/dependency-table'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { Section } from '#app/components/section'
import '#app/pictures/pictures.css'
import { layOut } from '#app/dependency-layout.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { PictureFiles } from '#app/pictures/picture-files'
import { requireActor } from '#app/session.server'
import { ofKind } from '#server/dependencies/choose-dependencies.shared'
import { dependencyKinds } from '#server/dependencies/dependency.shared'
import { readDependencyGraph } from '#server/dependencies/dependency-queries'
import { readPlan } from '#server/plans/plan-queries'

export const meta: MetaFunction = ({ matches }) => pageTitle(translator(metaLocale(matches), 'dependencies')('title'))

/** How the measures of the plan hang together, of one kind if asked (`?kind=blocks`). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const [plan, whole] = await Promise.all([readPlan(context.db, actor), readDependencyGraph(context.db, actor)])
  const { kind, graph } = ofKind(whole, new URL(request.url).searchParams.get('kind'))
  const counts = Object.fromEntries(
    dependencyKinds.map(kind => [kind, whole.dependencies.filter(one => one.kind === kind).length]),
  )
  return { planTitle: plan?.title ?? '', kind, counts, all: whole.dependencies.length, graph, picture: layOut(graph) }
}

export default function Dependencies() {
  const { t } = useTranslation('dependencies')
  const { planTitle, kind, counts, all, graph, picture } = useLoaderData<typeof loader>()
  useLiveTopic(['measures'])
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} crumbs={[{ label: planTitle, to: '/measures' }]} />
      {all === 0 ? (
        <EmptyState
          title={t('noneInPlan.title')}
          actions={<LinkButton to="/measures">{t('noneInPlan.action')}</LinkButton>}
        >
          {t('noneInPlan.body')}
        </EmptyState>
      ) : (
        <>
          <ChoiceLinks
            label={t('kindFilter')}
            choices={[
              { to: '/dependencies', label: `${t('allKinds')} (${all})`, isChosen: kind === null },
              ...dependencyKinds.map(one => ({
                to: `?kind=${one}`,
                label: `${t(`kinds.${one}`)} (${counts[one]})`,
                isChosen: one === kind,
              })),
            ]}
          />
          <div className="mb-8">
            {graph.dependencies.length === 0 && <p className="text-ink-2">{t('noneOfKind')}</p>}
            {picture && graph.dependencies.length > 0 && (
              <>
                <DependencyGraphPicture picture={picture} label={t('picture')} />
                <div className="picture-actions mt-2">
                  <PictureFiles file={`/dependencies.svg${kind ? `?kind=${kind}` : ''}`} name="dependencies" />
                </div>
              </>
            )}
            {!picture && <p className="text-ink-2">{t('tooMany', { count: graph.measures.length })}</p>}
          </div>
          {graph.dependencies.length > 0 && (
            <Section title={t('list')} count={graph.dependencies.length}>
              <DependencyTable graph={graph} />
            </Section>
          )}
        </>
      )}
    </>
  )
}
