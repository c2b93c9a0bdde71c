import { useTranslation } from 'react-i18next'
import { DemoMark } from '#app/components/provenance'
import { SectorChip } from '#app/components/sector-chip'
import { StanceChip } from '#app/components/stance-chip'
import { useFormat } from '#app/i18n/use-format'
import type { Condition } from '#server/positions/condition.shared'
import type { BodyPosition } from '#server/positions/position.shared'
import type { RoundedMeasure } from '#server/positions/position-round.shared'

/** Every body that is asked with what it says, why, on which conditions, and on which version. */
export function PositionTable({
  measure,
  positions,
  conditions,
}: {
  measure: RoundedMeasure
  positions: BodyPosition[]
  conditions: Condition[]
}) {
  const { t } = useTranslation('positions')
  return (
    <div className="panel table-panel mt-3">
      <table className="data-table two-line body-positions">
        <caption className="sr-only">{t('round.positionsOn', { title: measure.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('round.body')}</th>
            <th scope="col">{t('round.stance')}</th>
            <th scope="col">{t('round.why')}</th>
            <th scope="col">{t('round.when')}</th>
          </tr>
        </thead>
        <tbody>
          {positions.map(position => (
            <Row
              key={position.body.id}
              position={position}
              asked={measure.version.number}
              conditions={conditions.filter(
                condition => condition.body.id === position.body.id && condition.state !== 'withdrawn',
              )}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ position, asked, conditions }: { position: BodyPosition; asked: number; conditions: Condition[] }) {
  const { t } = useTranslation('positions')
  const format = useFormat()
  const { body, standing, reason, until, takenAt, takenBy, isStale, version, waiver, atClose, reconfirms } = position
  return (
    <tr data-body={body.code} data-standing={isStale ? 'stale' : standing}>
      <th scope="row">
        <SectorChip code={body.code} name={body.name} colour={body.colour} />{' '}
        <span className="font-normal text-ink-2">{body.name}</span>
      </th>
      <td>
        <StanceChip standing={standing} staleOn={isStale ? version.number : undefined} />
        {until && <span className="below">{t('untilDay', { date: format.date(until) })}</span>}
        {atClose && <span className="below">{t('atClose', { standing: t(`standings.${atClose}`) })}</span>}
        {!isStale && reconfirms && version.number !== asked && (
          <span className="below">{t('reconfirmedOn', { version: version.number })}</span>
        )}
      </td>
      <td className="why">
        {reason && <p lang="nl">{reason}</p>}
        {standing === 'agree-on-conditions' && (
          <ul lang="nl">
            {conditions.map(({ id, text, state }) => (
              <li key={id}>
                {text}
                {state !== 'open' && <span className="text-ink-3"> ({t(`conditions.states.${state}`)})</span>}
              </li>
            ))}
          </ul>
        )}
        {waiver && <p className="text-ink-3">{t('waived', { code: waiver.byCode, reason: waiver.reason })}</p>}
      </td>
      <td className="when">
        {takenAt && (
          <>
            {format.date(takenAt)} {format.time(takenAt)}
            <span className="below">{takenBy}</span>
          </>
        )}{' '}
        {takenAt && <DemoMark isDemo={position.isDemo} />}
      </td>
    </tr>
  )
}
