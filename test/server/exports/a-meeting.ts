import { meetingWords } from '#app/routes/meeting-document/words.server'
import type { DecisionInMeeting } from '#server/decisions/decision-list.shared'
import type { AgendaItem, MeetingDetail } from '#server/meetings/meeting-detail.shared'

/** A meeting to make documents of. */
export const words = meetingWords('nl')
export const occasion = { groupName: 'De groep', madeAt: new Date('2026-03-16T12:00:00Z') }
const body = { id: 'b', code: 'CJM', name: 'Departement <Cultuur>', colour: 1 }
export const item = (position: number, values: Partial<AgendaItem> = {}) =>
  ({
    id: `item-${position}`,
    position,
    kind: 'decision',
    title: `Punt ${position}`,
    summary: '',
    minutesAllotted: 15,
    isDemo: false,
    presenter: body,
    measures: [],
    rounds: [],
    ...values,
  }) as AgendaItem

export const meeting = {
  id: 'm',
  title: 'Voorjaar 2026',
  startsAt: new Date('2026-03-19T12:30:00Z'),
  startedAt: null,
  endedAt: null,
  location: 'Brussel',
  status: 'planned',
  isDemo: false,
  items: [item(1), item(2, { summary: 'Eerst dit.\n\nDan *dat* & <meer>.' }), item(3)],
  attendance: [],
} as unknown as MeetingDetail

export const decision = {
  id: 'd',
  year: 2026,
  number: 3,
  title: 'Een beslissing',
  text: 'Wij doen het.',
  result: 'approved',
  reachedBy: 'consensus-with-reservations',
  decidedOn: '2026-03-19',
  agendaItemId: 'item-2',
  isDemo: false,
  measures: [{ id: 'x', number: 4, title: 'Actie', version: 2, isMoved: false }],
  corrects: null,
  correctedBy: null,
  reservations: [{ id: 'r', text: 'Niet zonder budget.', body }],
} as DecisionInMeeting
