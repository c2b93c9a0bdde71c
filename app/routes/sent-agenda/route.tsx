import './sent-agenda.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { PageHeader } from '#app/components/page-header'
import { SectorChip } from '#app/components/sector-chip'
import { orResponse } from '#app/domain-response.server'
import { pageTitle } from '#app/i18n/meta'
import { useFormat } from '#app/i18n/use-format'
import { requireActor } from '#app/session.server'
import { listAgendaVersions, readAgendaVersion } from '#server/meetings/send-agenda'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.version.agenda.title) : [])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const { id: meetingId = '', number } = params
  const version = await orResponse(readAgendaVersion(context.db, actor, { meetingId, number: Number(number) }))
  const newest = (await listAgendaVersions(context.db, meetingId))[0]?.number ?? version.number
  return { meetingId, version, newest }
}

/** An agenda as the group got it, whatever became of it since. */
export default function SentAgenda() {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const { meetingId, version, newest } = useLoaderData<typeof loader>()
  const { agenda, number, sentAt, note } = version
  const startsAt = new Date(agenda.startsAt)
  return (
    <>
      <PageHeader
        title={`${agenda.title}: ${t('agendaVersion', { number }).toLowerCase()}`}
        crumbs={[
          { label: t('title'), to: '/meetings' },
          { label: agenda.title, to: `/meetings/${meetingId}` },
        ]}
        subtitle={
          <span>
            {format.longDate(startsAt)}, {format.time(startsAt)}
            {agenda.location && ` · ${agenda.location}`}
          </span>
        }
      />
      <Note className="mb-5">
        {t('asSent', { date: format.date(sentAt), time: format.time(sentAt) })}{' '}
        {newest > number && <Link to={`/meetings/${meetingId}/agendas/${newest}`}>{t('newerAgenda')}</Link>}
      </Note>
      {note && <p className="sent-note">{note}</p>}
      <ol className="sent-agenda">
        {agenda.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was sent does not change
          <li key={index}>
            <span className="position">{index + 1}</span>
            <div>
              <h2>{item.title}</h2>
              <p>
                {t(`kinds.${item.kind}`)}
                {item.presenter && (
                  <>
                    {' · '}
                    {t('preparedBy')} <SectorChip {...item.presenter} />
                  </>
                )}
              </p>
              {item.summary && (
                <p className="summary" lang="nl">
                  {item.summary}
                </p>
              )}
              <ul>
                {item.measures.map(measure => (
                  <li key={measure.id}>
                    <Link to={`/measures/${measure.id}`}>
                      {measure.number !== null && `${measure.number} · `}
                      {measure.title}
                    </Link>
                  </li>
                ))}
                {item.rounds?.map(round => (
                  <li key={round.id}>
                    <Link to={`/position-rounds/${round.id}`}>{t('roundNamed', { title: round.title })}</Link>
                  </li>
                ))}
                {item.links.map(link => (
                  <li key={link.url}>
                    <a href={link.url} rel="noreferrer" target="_blank">
                      {link.title}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
            {item.minutesAllotted !== null && <span>{t('minutesShort', { count: item.minutesAllotted })}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}
