import type { PositionRound, RoundedText } from '../positions/position-round.shared'
import { type Block, type DocumentModel, paragraph, type Run, type Table } from './document-model.shared'
import { conditionsOf } from './position-round-table'
import type { PositionRoundWords } from './position-round-words.shared'
import { textToBlocks } from './text-to-blocks'

interface Exported {
  round: PositionRound
  texts: RoundedText[]
  groupName: string
  madeAt: Date
}

/** A round of positions as a document: by sector, then of each measure the positions, the conditions and the text voted on. */
export function positionRoundDocument(exported: Exported, words: PositionRoundWords): DocumentModel {
  const { round, groupName, madeAt } = exported
  const { facts } = words
  const answered = round.positions.filter(position => position.positionId).length
  return {
    title: round.title,
    subtitle: groupName,
    language: words.language,
    author: groupName,
    madeAt,
    facts: [
      ...(round.question ? [[facts.question, round.question] as [string, string]] : []),
      [facts.opened, `${words.date(round.openedAt)}, ${round.openedByCode}`],
      round.closedAt ? [facts.closed, words.moment(round.closedAt)] : [facts.closes, words.moment(round.closesAt)],
      [facts.silence, words.silence[round.silenceMeans]],
      [facts.answered, words.summary(answered, round.positions.length)],
      [facts.made, words.moment(madeAt)],
    ],
    footer: `${groupName} · ${words.date(madeAt)}`,
    words: { contents: words.contents, page: words.page },
    // Of a few measures it is a few pages, which need no table of contents.
    isShort: round.measures.length <= 3,
    blocks: [
      ...(round.isDemo ? [paragraph(words.demo, 'quiet')] : []),
      { kind: 'heading', level: 1, text: words.headings.overview, isListed: true },
      sectorTable(round, words),
      ...round.measures.flatMap(measure => measureBlocks(exported, words, measure)),
    ],
  }
}

const cell = (text: string, look: Omit<Run, 'text'> = {}): Run[] => [{ text, ...look }]

/** Lines of a cell. */
const lines = (...rows: Run[][]): Run[] => rows.flatMap((runs, index) => (index > 0 ? [{ text: '\n' }, ...runs] : runs))

function sectorTable(round: PositionRound, words: PositionRoundWords): Table {
  const { columns, standings } = words
  return {
    kind: 'table',
    title: words.headings.overview,
    head: [columns.sector, columns.asked, columns.answered, columns.standing],
    hasRowHeads: true,
    widths: [33, 16, 20, 31],
    rows: round.sectors.map(sector => {
      const own = round.positions.filter(position => position.body.sectorId === sector.id)
      const said = [...new Set(own.map(position => position.standing))]
      return [
        cell(words.sector(sector), { bold: true }),
        cell(String(own.length)),
        cell(String(own.filter(position => position.positionId).length)),
        lines(
          ...said.map(standing => [
            { text: `${standings[standing]}: ${own.filter(position => position.standing === standing).length}` },
          ]),
        ),
      ]
    }),
  }
}

function measureBlocks(
  { round, texts }: Exported,
  words: PositionRoundWords,
  measure: PositionRound['measures'][number],
): Block[] {
  const { headings } = words
  const conditions = round.conditions.filter(
    condition => condition.measureId === measure.id && condition.state !== 'withdrawn',
  )
  const then = texts.find(text => text.measureId === measure.id)?.then
  const blocks = then ? textToBlocks(then, 3, words) : []
  return [
    { kind: 'heading', level: 1, text: measure.title, isListed: true, onNewPage: round.measures.length > 1 },
    { kind: 'heading', level: 2, text: headings.positions },
    positionTable(round, words, measure.id),
    ...(conditions.length > 0
      ? ([
          { kind: 'heading', level: 2, text: headings.conditions },
          conditionTable(conditions, words),
        ] satisfies Block[])
      : []),
    { kind: 'heading', level: 2, text: headings.text(measure.version.number) },
    ...(measure.isMoved ? [paragraph(words.moved, 'quiet')] : []),
    ...(blocks.length > 0 ? blocks : [paragraph(words.noText, 'quiet')]),
  ]
}

function positionTable(round: PositionRound, words: PositionRoundWords, measureId: string): Table {
  const { columns, standings } = words
  return {
    kind: 'table',
    title: words.headings.positions,
    head: [columns.body, columns.standing, columns.reason, columns.when],
    hasRowHeads: true,
    widths: [27, 21, 28, 24],
    rows: round.positions
      .filter(position => position.measureId === measureId)
      .map(({ body, standing, isStale, version, atClose, until, reason, takenAt, takenBy, waiver }) => [
        lines([{ text: body.code, bold: true }], [{ text: body.name }]),
        lines(
          [{ text: standings[standing] }],
          ...(isStale ? [[{ text: `${words.stale} (${columns.version} ${version.number})`, italic: true }]] : []),
          ...(until ? [[{ text: `${columns.until}: ${words.date(until)}` }]] : []),
          ...(atClose ? [[{ text: `${columns.atClose}: ${standings[atClose]}` }]] : []),
        ),
        lines(
          ...(reason ? [[{ text: reason }]] : []),
          ...(standing === 'agree-on-conditions'
            ? conditionsOf(round.conditions, measureId, body.id).map(condition => [{ text: `– ${condition.text}` }])
            : []),
          ...(waiver ? [[{ text: `${waiver.byCode}: ${waiver.reason}`, italic: true }]] : []),
        ),
        takenAt ? lines([{ text: words.moment(takenAt) }], [{ text: takenBy ?? '' }]) : [],
      ]),
  }
}

function conditionTable(conditions: PositionRound['conditions'], words: PositionRoundWords): Table {
  const { columns, states } = words
  return {
    kind: 'table',
    title: words.headings.conditions,
    head: [columns.code, columns.conditions, columns.state],
    hasRowHeads: true,
    widths: [14, 52, 34],
    rows: conditions.map(({ body, text, state, steps }) => {
      const last = steps.at(-1)
      return [
        cell(body.code, { bold: true }),
        cell(text),
        lines(
          [
            {
              text:
                last && state !== 'open'
                  ? `${states[state]}, ${last.byCode}, ${words.date(last.takenAt)}`
                  : states[state],
            },
          ],
          ...(last?.reason && state !== 'open' ? [[{ text: last.reason, italic: true }]] : []),
        ),
      ]
    }),
  }
}
