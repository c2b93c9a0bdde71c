import './hall.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLiveTopic } from '#app/collab/use-live-topic'
import { DecisionResult } from '#app/components/decision-result'
import { orResponse } from '#app/domain-response.server'
import { pageTitle } from '#app/i18n/meta'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { registerNumber } from '#server/decisions/decision.shared'
import { listDecisionsOfMeeting } from '#server/decisions/decision-queries'
import { listFloorRequests } from '#server/meetings/floor'
import { readMeeting } from '#server/meetings/read-meeting'
import { ItemPositions } from '../meeting/item-positions'
import { readStands } from '../meeting/read-stands.server'
import { standsOn } from '../meeting/stands'
import { HallClock } from './hall-clock'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.meeting.title) : [])

export const handle = { bare: true }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const meeting = await orResponse(readMeeting(context.db, actor, params.id ?? ''))
  const [decisions, requests, stands] = await Promise.all([
    listDecisionsOfMeeting(context.db, actor, meeting.id),
    listFloorRequests(context.db, meeting.id),
    readStands(context.db, actor, meeting),
  ])
  return { meeting, decisions, requests, stands }
}

/** What the projector shows: the item at hand, readable from the last row. Nothing here is to be clicked in a hurry. */
export default function Hall() {
  const { t } = useTranslation(['session', 'meetings'])
  const format = useFormat()
  const { meeting, decisions, requests, stands } = useLoaderData<typeof loader>()
  const { items, clock, title, startsAt } = meeting
  const measureIds = [...new Set(items.flatMap(item => item.measures.map(measure => measure.id)))]
  const roundIds = [...new Set(items.flatMap(item => item.rounds.map(round => round.id)))]
  useLiveTopic([
    `meeting:${meeting.id}`,
    ...measureIds.map(id => `measure:${id}`),
    ...roundIds.map(id => `position-round:${id}`),
  ])
  const index = items.findIndex(item => item.id === clock.currentItemId)
  const item = items[index]
  const next = index < 0 ? items[0] : items[index + 1]
  const speaker = requests.find(request => request.givenAt)
  const waiting = requests.filter(request => !request.givenAt)
  const taken = decisions.filter(decision => decision.agendaItemId === item?.id)
  return (
    <main className="hall" id="content">
      <header>
        <p>
          {item ? (
            <>
              <span>{t('itemOf', { position: item.position, count: items.length })}</span>
              <span>{t(`meetings:kinds.${item.kind}`)}</span>
              {item.presenter && <span>{item.presenter.name}</span>}
            </>
          ) : (
            <span>{t(`meetings:statuses.${meeting.status}`)}</span>
          )}
        </p>
        {item && <HallClock meeting={meeting} item={item} />}
      </header>
      <div className="hall-body" aria-live="polite">
        <h1>{item ? item.title : title}</h1>
        {!item && (
          <>
            <p className="hall-text">
              {format.longDate(startsAt)}, {format.time(startsAt)}
            </p>
            <ol className="hall-agenda">
              {items.map(({ id, position, title, minutesAllotted }) => (
                <li key={id}>
                  <span>{position}</span> {title}{' '}
                  {minutesAllotted !== null && <small>{t('meetings:minutesShort', { count: minutesAllotted })}</small>}
                </li>
              ))}
            </ol>
          </>
        )}
        {item && (
          <div className="hall-columns">
            <section>
              {taken.length > 0 ? (
                taken.map(decision => (
                  <div key={decision.id} className="hall-decision">
                    <h2>
                      {t('decided', { number: registerNumber(decision) })} <DecisionResult result={decision.result} />
                    </h2>
                    <p className="hall-text" lang="nl">
                      {decision.text}
                    </p>
                  </div>
                ))
              ) : (
                <p className="hall-text" lang="nl">
                  {item.summary}
                </p>
              )}
              {item.measures.length > 0 && (
                <>
                  <h2>{t('meetings:about')}</h2>
                  <ul className="hall-lines">
                    {item.measures.map(measure => (
                      <li key={measure.id}>
                        {measure.number !== null && `${measure.number} · `}
                        {measure.title}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
            <ItemPositions item={item} stands={standsOn(item, stands)} />
          </div>
        )}
      </div>
      <footer>
        {next && (
          <span>
            <b>{t('upNext')}</b> {next.position}. {next.title}
          </span>
        )}
        {speaker && (
          <span>
            <b>{t('speaks')}</b> {speaker.body.code}
          </span>
        )}
        {waiting.length > 0 && (
          <span>
            <b>{t('floor')}</b> {waiting.map(request => request.body.code).join(', ')}
          </span>
        )}
        <span className="end">
          <Link to={`/meetings/${meeting.id}/session`}>{title}</Link>
        </span>
      </footer>
    </main>
  )
}
