import type { JSONContent } from '@tiptap/core'
import { registerNumber } from '../decisions/decision.shared'
import type { MinutedItem, MinutesContent, MinutesState } from '../minutes/minutes.shared'
import { decisionBlocks } from './decision-blocks'
import { type Block, cells, type DocumentModel, paragraph, paragraphs } from './document-model.shared'
import { demoNote, type MeetingOccasion, meetingFrame } from './meeting-frame'
import type { MeetingWords } from './meeting-words.shared'
import { textToBlocks } from './text-to-blocks'

/** Minutes with how far they are. */
export interface MinutesToShow {
  content: MinutesContent
  state: MinutesState
  decision: { year: number; number: number } | null
  frozen: { hash: string } | null
}

/** Minutes as a document: who was there, then each item with what was said, decided and given to do. */
export function minutesDocument(minutes: MinutesToShow, occasion: MeetingOccasion, words: MeetingWords): DocumentModel {
  const { meeting } = minutes.content
  const frame = meetingFrame('minutes', toMoments(meeting), { occasion, words })
  return {
    ...frame,
    facts: [...frame.facts, ...stateOf(minutes, words)],
    blocks: minutesParts(minutes.content, words).flatMap(part => part.blocks),
  }
}

/** What they say, a part for each item; what belongs to none stands before and after these. */
export const minutesParts = (
  content: MinutesContent,
  words: MeetingWords,
): { itemId: string | null; blocks: Block[] }[] => [
  { itemId: null, blocks: [...demoNote(content.meeting.isDemo, words), ...attendanceBlocks(content, words)] },
  ...content.items.map(item => ({ itemId: item.id, blocks: itemBlocks(item, words) })),
  { itemId: null, blocks: otherBlocks(content, words) },
]

const toMoments = ({ startsAt, startedAt, endedAt, ...meeting }: MinutesContent['meeting']) => ({
  ...meeting,
  startsAt: new Date(startsAt),
  startedAt: startedAt ? new Date(startedAt) : null,
  endedAt: endedAt ? new Date(endedAt) : null,
})

function stateOf({ state, decision, frozen }: MinutesToShow, words: MeetingWords): [string, string][] {
  const approved = decision && words.approvedBy(registerNumber(decision))
  return [
    [words.facts.state, [words.minutesStates[state], approved].filter(Boolean).join(', ')],
    ...(frozen ? [[words.hash, frozen.hash] as [string, string]] : []),
  ]
}

function attendanceBlocks({ attendance }: MinutesContent, words: MeetingWords): Block[] {
  const { columns } = words
  const heading: Block = { kind: 'heading', level: 1, text: words.attendance }
  if (attendance.length === 0) return [heading, paragraph(words.noAttendance, 'quiet')]
  const rows = attendance.map(
    ({ capacity, description, presence, isLate, body, personName, leftAt, representedBy }) => {
      const remarks = [
        isLate && words.isLate,
        leftAt && words.leftAt(words.time(new Date(leftAt))),
        representedBy && words.representedBy(representedBy.code),
      ]
      const who = personName ?? description ?? words.capacities[capacity]
      const role = capacity === 'member' || who === words.capacities[capacity] ? '' : ` (${words.capacities[capacity]})`
      return cells([
        `${body.code} · ${body.name}`,
        who + role,
        [words.presences[presence], ...remarks].filter(Boolean).join(', '),
      ])
    },
  )
  const head = [columns.body, columns.who, columns.presence]
  return [heading, { kind: 'table', title: words.attendance, head, hasRowHeads: false, rows, widths: [5, 4, 3] }]
}

/** What the minutes say about one item, under a heading of its own. */
function itemBlocks(item: MinutedItem, words: MeetingWords): Block[] {
  const { position, title, kind, presenter, summary, text, decisions, actions } = item
  const by = presenter && `${words.columns.presenter.toLowerCase()} ${presenter.name}`
  return [
    { kind: 'heading', level: 1, text: `${position}. ${title}` },
    paragraph([words.itemKinds[kind], by].filter(Boolean).join(' · '), 'quiet'),
    ...paragraphs(summary),
    ...(text
      ? textToBlocks(text as JSONContent, 1, words)
      : decisions.length === 0 && actions.length === 0
        ? [paragraph(words.noMinutes, 'quiet')]
        : []),
    ...decisions.flatMap(decision => decisionBlocks(decision, words, { level: 2 })),
    ...actionBlocks(actions, words),
  ]
}

function actionBlocks(actions: MinutedItem['actions'], words: MeetingWords): Block[] {
  if (actions.length === 0) return []
  const { action, who, due } = words.actionColumns
  const rows = actions.map(({ title, body, personName, dueOn }) =>
    cells([title, personName ? `${body.code} (${personName})` : body.code, dueOn && words.date(dueOn)]),
  )
  return [
    { kind: 'heading', level: 2, text: words.actions },
    { kind: 'table', title: words.actions, head: [action, who, due], hasRowHeads: false, rows, widths: [7, 3, 2] },
  ]
}

function otherBlocks({ otherDecisions }: MinutesContent, words: MeetingWords): Block[] {
  if (otherDecisions.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: words.otherDecisions },
    ...otherDecisions.flatMap(decision => decisionBlocks(decision, words, { level: 2 })),
  ]
}
