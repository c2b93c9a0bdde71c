import './minutes.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { DocumentBlocks } from '#app/components/document-blocks'
import { DocumentFacts } from '#app/components/document-facts'
import { PageHeader } from '#app/components/page-header'
import { orResponse } from '#app/domain-response.server'
import { readLocale } from '#app/i18n/locale.server'
import { pageTitle } from '#app/i18n/meta'
import { FileMenu } from '#app/routes/meeting-document/file-menu'
import { PrintButton } from '#app/routes/meeting-document/print-button'
import { meetingWords } from '#app/routes/meeting-document/words.server'
import { requireActor } from '#app/session.server'
import { minutesDocument, minutesParts } from '#server/exports/minutes-document'
import { listApprovingMeetings } from '#server/minutes/approving-meetings'
import { readMinutes } from '#server/minutes/read-minutes'
import { answerMinutes } from './actions.server'
import { Comments } from './comments'
import { MinutesSide } from './minutes-side'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.title) : [])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const words = meetingWords(await readLocale({ request, context }))
  const { content, ...minutes } = await orResponse(readMinutes(context.db, actor, params.id ?? ''))
  const occasion = { groupName: actor.groupName, madeAt: new Date() }
  const { title, facts } = minutesDocument({ content, ...minutes }, occasion, words)
  const later = minutes.can.finish ? await listApprovingMeetings(context.db, actor, minutes.meeting) : []
  return { minutes, title, facts, parts: minutesParts(content, words), later }
}

export const action = (args: ActionFunctionArgs) => answerMinutes(args)

/** The minutes of a meeting: what they say, what was said about them, and what is next. */
export default function MinutesPage() {
  const { t } = useTranslation(['minutes', 'meetings'])
  const { minutes, facts, parts, later } = useLoaderData<typeof loader>()
  const { meeting, comments, can } = minutes
  useLiveTopic([`meeting:${meeting.id}`])
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('meetings:title'), to: '/meetings' },
          { label: meeting.title, to: `/meetings/${meeting.id}` },
        ]}
        title={t('title')}
        subtitle={meeting.title}
        actions={
          <>
            <FileMenu meetingId={meeting.id} kind="minutes" />
            <PrintButton />
          </>
        }
      />
      <div className="minutes-page">
        <article className="document-paper">
          <DocumentFacts facts={facts} />
          {parts.map(({ itemId, blocks }, index) => (
            <div key={itemId ?? `part-${index}`}>
              <DocumentBlocks blocks={blocks} />
              {itemId && (
                <Comments
                  itemId={itemId}
                  comments={comments.filter(comment => comment.agendaItemId === itemId)}
                  canComment={can.comment}
                  canAnswer={can.answer}
                />
              )}
            </div>
          ))}
        </article>
        <MinutesSide minutes={minutes} later={later} />
      </div>
    </>
  )
}
