import '#app/discussions/discussions.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { PageHeader } from '#app/components/page-header'
import { DiscussionProvider } from '#app/discussions/discussion-provider'
import { ThreadCard } from '#app/discussions/thread-card'
import { orResponse } from '#app/domain-response.server'
import { metaLocale, pageTitle } from '#app/i18n/meta'
import { translator } from '#app/i18n/translator'
import { requireActor } from '#app/session.server'
import { mayDiscuss } from '#server/discussions/discussion-access.shared'
import { readRivals } from '#server/discussions/read-rivals'
import { readMeasureMark } from '#server/measures/measure-mark'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data
    ? pageTitle(translator(metaLocale(matches), 'discussions')('compare.titleOf', { title: data.measure.title }))
    : []

/** The open proposals about the same words as one of them (`?thread=`). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const measure = await orResponse(readMeasureMark(context.db, actor, params.id ?? ''))
  const threadId = new URL(request.url).searchParams.get('thread') ?? ''
  const proposals = await readRivals(context.db, actor, { measureId: measure.id, threadId })
  return { measure, proposals, canDiscuss: mayDiscuss(actor) }
}

/** Who was told that the passage changed must see what it says now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function Proposals() {
  const { t } = useTranslation('discussions')
  const { measure, proposals, canDiscuss } = useLoaderData<typeof loader>()
  useLiveTopic([`measure:${measure.id}`])
  const page = `/measures/${measure.id}`
  const passages = [...new Set(proposals.flatMap(({ passage }) => (passage === null ? [] : [passage])))]
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        subtitle={proposals.length > 0 ? t('compare.intro') : undefined}
        crumbs={[
          { label: measure.planTitle, to: '/measures' },
          { label: measure.title, to: page },
        ]}
        actions={<LinkButton to={page}>{t('compare.back')}</LinkButton>}
      />
      {proposals.length === 0 ? (
        <EmptyState
          title={t('compare.nothing')}
          actions={<LinkButton to={`${page}?discussion=all#discussion`}>{t('title')}</LinkButton>}
        />
      ) : (
        <DiscussionProvider marks={[]} threads={proposals} canDiscuss={canDiscuss}>
          {() => (
            <>
              {passages.length === 1 && (
                <div className="rivals-now">
                  <h2>{t('compare.now')}</h2>
                  <blockquote lang="nl">{passages[0]}</blockquote>
                </div>
              )}
              <div className="rivals">
                {proposals.map(thread => (
                  <ThreadCard key={thread.id} measureId={measure.id} thread={thread} isCompared />
                ))}
              </div>
            </>
          )}
        </DiscussionProvider>
      )}
    </>
  )
}
