import type { Condition } from '../positions/condition.shared'
import type { PositionRound } from '../positions/position-round.shared'
import type { ExportTable } from './export-table'
import type { PositionRoundWords } from './position-round-words.shared'

/** Every body beside every measure that it was asked about, with what it said, a row each. */
export function positionRoundTable(round: PositionRound, words: PositionRoundWords): ExportTable {
  const { columns, standings, states } = words
  const text = (label: string, width: number) => ({ label, kind: 'text' as const, width })
  return {
    name: round.title,
    columns: [
      text(columns.measure, 40),
      text(columns.sector, 24),
      text(columns.code, 10),
      text(columns.body, 36),
      text(columns.standing, 24),
      text(columns.atClose, 24),
      { label: columns.version, kind: 'number', width: 8 },
      text(columns.holds, 10),
      text(columns.reason, 60),
      text(columns.conditions, 60),
      { label: columns.until, kind: 'date', width: 14 },
      text(columns.when, 20),
    ],
    rows: round.measures.flatMap(measure =>
      round.positions
        .filter(position => position.measureId === measure.id)
        .map(position => {
          const { body, standing, atClose, version, isStale, reason, until, takenAt } = position
          const sector = round.sectors.find(one => one.id === body.sectorId)
          const asked = conditionsOf(round.conditions, measure.id, body.id)
          return [
            measure.title,
            sector ? words.sector(sector) : '',
            body.code,
            body.name,
            standings[standing],
            round.closedAt ? standings[atClose ?? standing] : '',
            version.number,
            isStale ? words.no : words.yes,
            reason,
            asked.map(condition => `${condition.text} (${states[condition.state]})`).join('\n'),
            until,
            takenAt ? words.moment(takenAt) : '',
          ]
        }),
    ),
  }
}

/** @returns what a body asks about a measure, except what it withdrew */
export const conditionsOf = (conditions: Condition[], measureId: string, bodyId: string) =>
  conditions.filter(
    condition => condition.measureId === measureId && condition.body.id === bodyId && condition.state !== 'withdrawn',
  )
