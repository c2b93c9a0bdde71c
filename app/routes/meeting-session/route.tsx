import '../meeting/meeting.css'
import '../meeting/decide.css'
import './session.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { Icon } from '#app/components/icon'
import { Note } from '#app/components/note'
import { orResponse } from '#app/domain-response.server'
import { pageTitle } from '#app/i18n/meta'
import { requireActor } from '#app/session.server'
import { listFloorRequests } from '#server/meetings/floor'
import { readMeeting } from '#server/meetings/read-meeting'
import { CurrentItem } from '../meeting/current-item'
import { answerMeeting } from '../meeting/meeting-actions.server'
import { MeetingHeader } from '../meeting/meeting-header'
import { MeetingSide } from '../meeting/meeting-side'
import { readStands } from '../meeting/read-stands.server'
import { readTable } from '../meeting/read-table.server'
import { ChairBar } from './chair-bar'
import { SessionClock } from './clock'
import { FloorList } from './floor-list'
import { SessionAgenda } from './session-agenda'
import { useSessionKeys } from './use-session-keys'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.meeting.title) : [])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const meeting = await orResponse(readMeeting(context.db, actor, params.id ?? ''))
  const [table, requests, stands] = await Promise.all([
    readTable(context.db, actor, meeting),
    listFloorRequests(context.db, meeting.id),
    readStands(context.db, actor, meeting),
  ])
  return { meeting, requests, personId: actor.personId, ...table, stands }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context })
  const meetingId = params.id ?? ''
  const place = { meetingId, page: `/meetings/${meetingId}/session` }
  return answerMeeting({ request, context }, actor, place, await request.formData())
}

/** The meeting as it goes, for everybody in the room and elsewhere: the item at hand, or one that the reader looks at instead. */
export default function Session() {
  const { t } = useTranslation('session')
  const { meeting, requests, personId, decisions, can, choices, minutesAccess, stands } = useLoaderData<typeof loader>()
  const { items, clock, status } = meeting
  const measureIds = [...new Set(items.flatMap(item => item.measures.map(measure => measure.id)))]
  const roundIds = [...new Set(items.flatMap(item => item.rounds.map(round => round.id)))]
  useLiveTopic([
    `meeting:${meeting.id}`,
    ...measureIds.map(id => `measure:${id}`),
    ...roundIds.map(id => `position-round:${id}`),
  ])
  useSessionKeys()

  const asked = useSearchParams()[0].get('item')
  const atHand = items.find(item => item.id === clock.currentItemId)
  const shown = items.find(item => item.id === asked) ?? atHand ?? items[0]
  const isElsewhere = atHand !== undefined && shown?.id !== atHand.id
  return (
    <>
      <MeetingHeader meeting={meeting} canRun={can.run} inSession />
      <p className="sr-only" role="status">
        {atHand && t('nowAt', { position: atHand.position, title: atHand.title })}
      </p>
      <div className="meeting-page">
        <SessionAgenda meeting={meeting} decisions={decisions} shownId={shown?.id} />
        <div className="session-main">
          {status !== 'in-session' && <Note>{t(status === 'planned' ? 'notYet' : 'over')}</Note>}
          {isElsewhere && (
            <p className="looking-around">
              <Icon of={Eye} /> {t('lookingAround', { position: atHand.position, title: atHand.title })}{' '}
              <Link to="." data-key="follow" aria-keyshortcuts="Alt+V">
                {t('follow')}
              </Link>
            </p>
          )}
          {shown && (
            <CurrentItem
              key={shown.id}
              item={shown}
              items={items}
              decisions={decisions}
              choices={choices}
              minutesAccess={minutesAccess}
              isAhead={status === 'planned'}
              stands={stands}
            />
          )}
          {can.run && status === 'in-session' && <ChairBar meeting={meeting} shown={shown} />}
        </div>
        <MeetingSide
          meeting={meeting}
          decisions={decisions}
          canKeep={can.keepAttendance}
          bodies={choices?.bodies ?? null}
        >
          {status === 'in-session' && (
            <>
              <SessionClock meeting={meeting} canRun={can.run} />
              <FloorList requests={requests} clock={clock} personId={personId} canRun={can.run} canAsk={can.askFloor} />
            </>
          )}
        </MeetingSide>
      </div>
      <p className="session-keys">{t(can.run ? 'keysChair' : 'keys')}</p>
    </>
  )
}
