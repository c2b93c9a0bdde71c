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
import { orResponse } from '#app/domain-response.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { PictureFiles } from '#app/pictures/picture-files'
import { requireActor } from '#app/session.server'
import { around, DEPTHS } from '#server/dependencies/choose-dependencies.shared'
import { mayLinkMeasures } from '#server/dependencies/dependency-access.shared'
import { readDependencyGraph } from '#server/dependencies/dependency-queries'
import { readMeasureMark } from '#server/measures/read-measure'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data ? pageTitle(translator(metaLocale(matches), 'dependencies')('titleOf', { title: data.measure.title })) : []

/** What hangs together with a measure, as far as is asked (`?steps=3`). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const measure = await orResponse(readMeasureMark(context.db, actor, params.id ?? ''))
  const whole = await readDependencyGraph(context.db, actor)
  const { depth, graph } = around(whole, measure.id, new URL(request.url).searchParams.get('steps'))
  return { measure, depth, graph, picture: layOut(graph), canLink: mayLinkMeasures(actor) }
}

export default function MeasureDependencies() {
  const { t } = useTranslation('dependencies')
  const { measure, depth, graph, picture, canLink } = useLoaderData<typeof loader>()
  // What is drawn follows when any of these measures, or how they hang together, changes.
  useLiveTopic(['measures'])
  const isEmpty = graph.dependencies.length === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={isEmpty ? undefined : t('introOf')}
        crumbs={[
          { label: measure.planTitle, to: '/measures' },
          { label: measure.title, to: `/measures/${measure.id}` },
        ]}
        actions={<LinkButton to="/dependencies">{t('intoPlan')}</LinkButton>}
      />
      {isEmpty ? (
        <EmptyState
          title={t('noneOf.title')}
          actions={<LinkButton to={`/measures/${measure.id}`}>{measure.title}</LinkButton>}
        >
          {t(canLink ? 'noneOf.editor' : 'noneOf.reader')}
        </EmptyState>
      ) : (
        <>
          <ChoiceLinks
            label={t('steps')}
            choices={DEPTHS.map(steps => ({
              to: `?steps=${steps}`,
              label: t('step', { count: steps }),
              isChosen: steps === depth,
            }))}
          />
          <div className="mb-8">
            {picture ? (
              <>
                <DependencyGraphPicture
                  picture={picture}
                  centre={measure.id}
                  label={t('pictureOf', { title: measure.title })}
                />
                <div className="picture-actions mt-2">
                  <PictureFiles file={`/measures/${measure.id}/dependencies.svg?steps=${depth}`} name="dependencies" />
                </div>
              </>
            ) : (
              <p className="text-ink-2">{t('tooMany', { count: graph.measures.length })}</p>
            )}
          </div>
          <Section title={t('list')} count={graph.dependencies.length}>
            <DependencyTable graph={graph} />
          </Section>
        </>
      )}
    </>
  )
}
