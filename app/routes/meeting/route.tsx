import './meeting.css'
import './decide.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { LinkButton } from '#app/components/button'
import { EmptyState } from '#app/components/empty-state'
import { orResponse } from '#app/domain-response.server'
import { asLinkedData, pageTitle } from '#app/i18n/meta'
import { requireActor } from '#app/session.server'
import { readMeeting } from '#server/meetings/read-meeting'
import { Agenda } from './agenda'
import { AgendaItemForm } from './agenda-item-form'
import { CurrentItem } from './current-item'
import { answerMeeting } from './meeting-actions.server'
import { MeetingHeader } from './meeting-header'
import { MeetingSide } from './meeting-side'
import { readInvitations } from './read-invitations.server'
import { readTable } from './read-table.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [...pageTitle(data.meeting.title), asLinkedData(`/meetings/${data.meeting.id}`)] : []

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const meeting = await orResponse(readMeeting(context.db, actor, params.id ?? ''))
  const [table, invitations] = await Promise.all([
    readTable(context.db, actor, meeting),
    readInvitations(context, actor, meeting),
  ])
  return { meeting, ...table, invitations }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  return answerMeeting(context, actor, params.id ?? '', await request.formData())
}

/** Also after a refusal: what was refused is often that the page had grown old. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus !== undefined || defaultShouldRevalidate

export default function Meeting() {
  const { t } = useTranslation('meetings')
  const { meeting, decisions, can, choices, invitations } = useLoaderData<typeof loader>()
  const { items } = meeting
  const measureIds = [...new Set(items.flatMap(item => item.measures.map(measure => measure.id)))]
  useLiveTopic([`meeting:${meeting.id}`, ...measureIds.map(id => `measure:${id}`)])

  const asked = useSearchParams()[0].get('item')
  const isAdding = asked === 'new' && can.editAgenda
  const current = isAdding ? undefined : (items.find(item => item.id === asked) ?? items[0])
  return (
    <>
      <MeetingHeader meeting={meeting} canRun={can.run} />
      <div className="meeting-page">
        <Agenda meeting={meeting} decisions={decisions} currentId={current?.id} canEdit={can.editAgenda} />
        {isAdding && choices ? (
          <AgendaItemForm meetingId={meeting.id} choices={choices} />
        ) : current ? (
          <CurrentItem key={current.id} item={current} items={items} decisions={decisions} choices={choices} />
        ) : (
          <EmptyState
            title={t('noItems')}
            actions={
              can.editAgenda && (
                <LinkButton variant="primary" to="?item=new">
                  {t('addItem')}
                </LinkButton>
              )
            }
          >
            {t(can.editAgenda ? 'noItemsCoordinator' : 'noItemsOther')}
          </EmptyState>
        )}
        <MeetingSide meeting={meeting} decisions={decisions} invitations={invitations} />
      </div>
    </>
  )
}
