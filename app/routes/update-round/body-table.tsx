import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Note } from '#app/components/note'
import { Percentage } from '#app/components/percentage'
import { SectorChip } from '#app/components/sector-chip'
import { useFormat } from '#app/i18n/use-format'
import type { Round } from '#server/rounds/round.shared'
import { RemindButton } from './remind-button'

/** Who answered and who did not, and who was reminded. */
export function BodyTable({ round, canRemind }: { round: Round; canRemind: boolean }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  if (round.bodies.length === 0) return <p className="mt-3 text-ink-2">{t('round.nobodyAsked')}</p>
  const somebodyOwes = round.bodies.some(body => body.open.length > 0)
  return (
    <>
      <div className="panel table-panel mt-3">
        <table className="data-table two-line round-bodies">
          <caption className="sr-only">{t('round.byBody')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('round.body')}</th>
              <th scope="col">{t('round.answered')}</th>
              <th scope="col">{t('round.owes')}</th>
              <th scope="col">{t('round.reminded')}</th>
            </tr>
          </thead>
          <tbody>
            {round.bodies.map(body => (
              <tr key={body.bodyId} data-body={body.code}>
                <td className="title">
                  <SectorChip code={body.code} name={body.name} colour={body.colour} />{' '}
                  <span className="text-ink-2">{body.name}</span>
                </td>
                <td>
                  <Percentage percentage={Math.round((100 * body.answered) / body.asked)} />
                  <span className="ml-3 whitespace-nowrap text-ink-2">
                    {t('round.answeredNow', { answered: body.answered, count: body.asked })}
                  </span>
                </td>
                <td className="owes">
                  {body.open.length === 0 ? (
                    <span className="text-ok">{t('round.everything')}</span>
                  ) : (
                    <ul>
                      {body.open.map(({ id, title }) => (
                        <li key={id}>
                          <Link to={`/measures/${id}`}>{title}</Link>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
                <td className="reminded">
                  {body.remindedAt.length > 0 ? (
                    <span>{body.remindedAt.map(moment => format.date(moment)).join(', ')}</span>
                  ) : (
                    body.open.length > 0 && (
                      <span className="text-ink-3">
                        {t(round.closedAt ? 'round.neverReminded' : 'round.notReminded')}
                      </span>
                    )
                  )}
                  {canRemind && body.open.length > 0 && <RemindButton roundId={round.id} body={body} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {canRemind && somebodyOwes && (
        <div className="remind-all">
          <RemindButton roundId={round.id} />
          <Note className="grow">{t('round.remindHonest')}</Note>
        </div>
      )}
    </>
  )
}
