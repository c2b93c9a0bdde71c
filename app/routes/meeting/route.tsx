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
import { ItemActions } from './item-actions'
import { answerMeeting } from './meeting-actions.server'
import { MeetingHeader } from './meeting-header'
import { MeetingSide } from './meeting-side'
import { ProposedItems } from './proposed-items'
import { readInvitations } from './read-invitations.server'
import { readStands } from './read-stands.server'
import { readTable } from './read-table.server'
import { SentAgendas } from './sent-agendas'
import { SaveTemplate, UseTemplate } from './template-forms'
import { useRemovedItem } from './use-removed-item'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [...pageTitle(data.meeting.title), asLinkedData(`/meetings/${data.meeting.id}`)] : []

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const meeting = await orResponse(readMeeting(context.db, actor, params.id ?? ''))
  const [table, stands, invitations] = await Promise.all([
    readTable(context.db, actor, meeting),
    readStands(context.db, actor, meeting),
    readInvitations(context, actor, meeting),
  ])
  return { meeting, ...table, stands, invitations }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  const meetingId = params.id ?? ''
  const place = { meetingId, page: `/meetings/${meetingId}` }
  return answerMeeting({ request, context }, actor, place, await request.formData())
}

/** Also after a refusal: what was refused is often that the page had grown old. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus !== undefined || defaultShouldRevalidate

export default function Meeting() {
  const { t } = useTranslation('meetings')
  const { meeting, decisions, can, choices, sent, minutesAccess, stands, invitations } = useLoaderData<typeof loader>()
  const { items } = meeting
  const measureIds = [...new Set(items.flatMap(item => item.measures.map(measure => measure.id)))]
  const roundIds = [...new Set(items.flatMap(item => item.rounds.map(round => round.id)))]
  useLiveTopic([
    `meeting:${meeting.id}`,
    ...measureIds.map(id => `measure:${id}`),
    ...roundIds.map(id => `position-round:${id}`),
  ])

  useRemovedItem(items)
  const [search] = useSearchParams()
  const asked = search.get('item')
  const isAdding = asked === 'new' && can.editAgenda
  const current = isAdding ? undefined : (items.find(item => item.id === asked) ?? items[0])
  const isChanging = search.has('edit') && can.editAgenda
  return (
    <>
      <MeetingHeader meeting={meeting} canRun={can.run} />
      <div className="meeting-page">
        <Agenda meeting={meeting} decisions={decisions} currentId={current?.id} canEdit={can.editAgenda}>
          {choices && can.editAgenda && (
            <>
              <UseTemplate templates={choices.templates} />
              {items.length > 0 && <SaveTemplate />}
              <ProposedItems meetingId={meeting.id} items={choices.proposed} />
            </>
          )}
        </Agenda>
        {isAdding && choices ? (
          <AgendaItemForm choices={choices} back={`/meetings/${meeting.id}`} />
        ) : isChanging && choices && current ? (
          <AgendaItemForm
            key={`${current.id} ${current.revision}`}
            choices={choices}
            back={`/meetings/${meeting.id}?item=${current.id}`}
            item={current}
          />
        ) : current ? (
          <CurrentItem
            key={current.id}
            item={current}
            items={items}
            decisions={decisions}
            choices={choices}
            minutesAccess={minutesAccess}
            isAhead={meeting.status === 'planned'}
            stands={stands}
            actions={
              choices &&
              can.editAgenda && (
                <ItemActions
                  item={current}
                  meetingId={meeting.id}
                  canRemove={can.removeItems}
                  others={choices.others}
                />
              )
            }
          />
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
        <MeetingSide
          meeting={meeting}
          decisions={decisions}
          invitations={invitations}
          canKeep={can.keepAttendance}
          bodies={choices?.bodies ?? null}
        >
          <SentAgendas meetingId={meeting.id} sent={sent} canSend={can.sendAgenda && items.length > 0} />
        </MeetingSide>
      </div>
    </>
  )
}
