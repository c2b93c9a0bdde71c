import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { DocumentBlocks } from '#app/components/document-blocks'
import { DocumentFacts } from '#app/components/document-facts'
import { PageHeader } from '#app/components/page-header'
import { orResponse } from '#app/domain-response.server'
import { readLocale } from '#app/i18n/locale.server'
import { pageTitle } from '#app/i18n/meta'
import { requireActor } from '#app/session.server'
import { FileMenu } from './file-menu'
import { PrintButton } from './print-button'
import { documentOf, readDocument } from './read-document.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.model.title) : [])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const locale = await readLocale({ request, context })
  const kind = documentOf(request)
  const { meeting, model } = await orResponse(
    readDocument(context.db, actor, { meetingId: params.id ?? '', kind, locale }),
  )
  const { title, facts, blocks } = model
  return { kind, meeting: { id: meeting.id, title: meeting.title }, model: { title, facts, blocks } }
}

/** The agenda or the list of decisions of a meeting: to read, to print, to bring along. */
export default function MeetingDocumentPage() {
  const { t } = useTranslation(['documents', 'meetings'])
  const { kind, meeting, model } = useLoaderData<typeof loader>()
  useLiveTopic([`meeting:${meeting.id}`])
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('meetings:title'), to: '/meetings' },
          { label: meeting.title, to: `/meetings/${meeting.id}` },
        ]}
        title={t(`titles.${kind}`)}
        subtitle={meeting.title}
        actions={
          <>
            <FileMenu meetingId={meeting.id} kind={kind} />
            <PrintButton />
          </>
        }
      />
      <article className="document-paper">
        <DocumentFacts facts={model.facts} />
        <DocumentBlocks blocks={model.blocks} />
      </article>
    </>
  )
}
