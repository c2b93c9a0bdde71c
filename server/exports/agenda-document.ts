import type { AgendaItem, MeetingDetail, TabledMeasure } from '../meetings/meeting-detail.shared'
import { type Block, cells, type DocumentModel, lead, paragraph, paragraphs } from './document-model.shared'
import { demoNote, type MeetingOccasion, meetingFrame } from './meeting-frame'
import type { MeetingWords } from './meeting-words.shared'

/** The agenda as it goes to the members: all of it at a glance, then what is to be known about each item. */
export function agendaDocument(meeting: MeetingDetail, occasion: MeetingOccasion, words: MeetingWords): DocumentModel {
  const { items } = meeting
  const frame = meetingFrame('agenda', meeting, { occasion, words })
  const minutes = items.reduce((sum, item) => sum + (item.minutesAllotted ?? 0), 0)
  const explained = items.filter(item => item.summary || item.measures.length + item.rounds.length > 0)
  return {
    ...frame,
    facts: [
      ...frame.facts,
      ...(minutes > 0 ? [[words.facts.minutes, words.minutesInAll(minutes)] as [string, string]] : []),
    ],
    blocks: [
      ...demoNote(meeting.isDemo, words),
      ...(items.length > 0 ? [overview(meeting, words)] : [paragraph(words.noItems, 'quiet')]),
      ...(explained.length > 0 ? [{ kind: 'heading', level: 1, text: words.explained } as const] : []),
      ...explained.flatMap(item => explanation(item, words)),
    ],
  }
}

function overview(meeting: MeetingDetail, words: MeetingWords): Block {
  const { columns } = words
  const begins = beginnings(meeting)
  const hasTimes = begins.some((begin, index) => index > 0 && begin !== null)
  return {
    kind: 'table',
    title: words.overview,
    head: [
      columns.position,
      columns.item,
      columns.kind,
      ...(hasTimes ? [columns.begins, columns.minutes] : []),
      columns.presenter,
    ],
    hasRowHeads: false,
    rows: meeting.items.map((item, index) => {
      const begin = begins[index]
      return cells([
        String(item.position),
        item.title,
        words.itemKinds[item.kind],
        ...(hasTimes ? [begin ? words.time(begin) : '', item.minutesAllotted?.toString()] : []),
        item.presenter?.code,
      ])
    }),
    widths: hasTimes ? [1.5, 4.2, 2.2, 1.8, 2, 2.8] : [1.5, 5.8, 2.7, 2.8],
  }
}

/** When each item would begin; null from the first on after one of which nobody said how long it takes. */
function beginnings({ startsAt, items }: MeetingDetail): (Date | null)[] {
  let at: number | null = startsAt.getTime()
  return items.map(({ minutesAllotted }) => {
    const begin = at
    at = at === null || minutesAllotted === null ? null : at + minutesAllotted * 60_000
    return begin === null ? null : new Date(begin)
  })
}

function explanation(item: AgendaItem, words: MeetingWords): Block[] {
  const by = item.presenter && `${words.columns.presenter.toLowerCase()} ${item.presenter.name}`
  return [
    { kind: 'heading', level: 2, text: `${item.position}. ${item.title}` },
    paragraph([words.itemKinds[item.kind], by].filter(Boolean).join(' · '), 'quiet'),
    ...paragraphs(item.summary),
    ...(item.measures.length + item.rounds.length > 0 ? [lead(`${words.about}:`), aboutList(item, words)] : []),
  ]
}

const aboutList = ({ measures, rounds }: AgendaItem, words: MeetingWords): Block => ({
  kind: 'list',
  isNumbered: false,
  start: 1,
  items: [
    ...measures.map(measure => {
      const name = measure.number === null ? measure.title : `${measure.number}. ${measure.title}`
      return [paragraph(`${name} (${onTable(measure, words)})`)]
    }),
    ...rounds.map(({ title, closedAt }) => [paragraph(words.round(title, closedAt))]),
  ].map(blocks => ({ blocks })),
})

function onTable({ isFrozen, version, changedAt }: TabledMeasure, words: MeetingWords): string {
  if (isFrozen && version !== null) return words.version(version)
  return changedAt ? words.workingText : words.noText
}
