import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/section'
import { SectorChip } from '#app/components/sector-chip'
import { SplitBar, SplitLegend } from '#app/components/split-bar'
import { useFormat } from '#app/i18n/use-format'
import { type BodyPosition, countStandings } from '#server/positions/position.shared'
import type { PositionRound } from '#server/positions/position-round.shared'

const isAnswered = (position: BodyPosition) => position.positionId !== null
const isSilent = ({ standing }: BodyPosition) => standing === 'silent' || standing === 'silent-consent'

/** Asked, answered, silent: as a picture, and by sector as a table. */
export function Overview({ round }: { round: Pick<PositionRound, 'positions' | 'sectors' | 'closedAt'> }) {
  const { t } = useTranslation('positions')
  const { positions } = round
  const counts = countStandings(positions)
  const silent = positions.filter(isSilent).length
  return (
    <Section title={t('round.overview')}>
      <div className="round-picture">
        <p role="status" className="font-semibold">
          {t('round.summary', { answered: positions.filter(isAnswered).length, count: positions.length })}
          {silent > 0 && t('round.summarySilent', { count: silent })}
        </p>
        <SplitBar counts={counts} large />
        <SplitLegend counts={counts} />
      </div>
      <SectorTable round={round} />
    </Section>
  )
}

function SectorTable({ round }: { round: Pick<PositionRound, 'positions' | 'sectors' | 'closedAt'> }) {
  const { t } = useTranslation('positions')
  const { locale } = useFormat()
  return (
    <div className="panel table-panel mt-4">
      <table className="data-table two-line sector-positions">
        <caption className="sr-only">{t('round.bySector')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('round.sector')}</th>
            <th scope="col" className="number">
              {t('round.asked')}
            </th>
            <th scope="col" className="number">
              {t('round.answered')}
            </th>
            <th scope="col" className="number">
              {t(round.closedAt ? 'round.silent' : 'round.open')}
            </th>
            <th scope="col">{t('round.stances')}</th>
          </tr>
        </thead>
        <tbody>
          {round.sectors.map(sector => {
            const own = round.positions.filter(position => position.body.sectorId === sector.id)
            const counts = countStandings(own)
            const answered = own.filter(isAnswered).length
            const others = round.closedAt ? own.filter(isSilent).length : own.length - answered
            return (
              <tr key={sector.id} data-sector={sector.id}>
                <th scope="row">
                  <Link to={`/sectors/${sector.id}`}>{locale === 'en' ? sector.nameEn : sector.nameNl}</Link>
                  <span className="codes">
                    {sector.bodies.map(({ id, code, name, colour }) => (
                      <SectorChip key={id} code={code} name={name} colour={colour} />
                    ))}
                  </span>
                </th>
                <td className="number">
                  <span className="in-words">{t('round.asked')} </span>
                  {own.length}
                </td>
                <td className="number">
                  <span className="in-words">{t('round.answered')} </span>
                  {answered}
                </td>
                <td className="number">
                  <span className="in-words">{t(round.closedAt ? 'round.silent' : 'round.open')} </span>
                  {others}
                </td>
                <td className="stand">
                  <SplitBar counts={counts} />
                  <SplitLegend counts={counts} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
