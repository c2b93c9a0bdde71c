import type { DecisionInMeeting } from '../decisions/decision-list.shared'
import type { MeetingDetail } from '../meetings/meeting-detail.shared'
import { decisionBlocks } from './decision-blocks'
import { type DocumentModel, paragraph } from './document-model.shared'
import { demoNote, type MeetingOccasion, meetingFrame } from './meeting-frame'
import type { MeetingWords } from './meeting-words.shared'

/** What a meeting decided, in the order of the register. */
export function decisionsDocument(
  meeting: MeetingDetail,
  decisions: DecisionInMeeting[],
  { occasion, words }: { occasion: MeetingOccasion; words: MeetingWords },
): DocumentModel {
  const positions = new Map(meeting.items.map(item => [item.id, item.position]))
  return {
    ...meetingFrame('decisions', meeting, { occasion, words }),
    blocks: [
      ...demoNote(meeting.isDemo, words),
      ...(decisions.length === 0 ? [paragraph(words.noDecisions, 'quiet')] : []),
      ...decisions.flatMap(decision =>
        decisionBlocks(decision, words, { level: 1, position: positions.get(decision.agendaItemId ?? '') }),
      ),
    ],
  }
}
