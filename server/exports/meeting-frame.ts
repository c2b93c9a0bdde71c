import type { MeetingDetail } from '../meetings/meeting-detail.shared'
import type { Block, DocumentModel } from './document-model.shared'
import { paragraph } from './document-model.shared'
import type { MeetingDocumentKind, MeetingWords } from './meeting-words.shared'

export interface MeetingOccasion {
  groupName: string
  madeAt: Date
}

/** What every document of a meeting has: what it is, when and where the group met, how it stands. */
export function meetingFrame(
  kind: MeetingDocumentKind,
  meeting: Pick<MeetingDetail, 'title' | 'startsAt' | 'startedAt' | 'endedAt' | 'location' | 'isDemo'>,
  { occasion, words }: { occasion: MeetingOccasion; words: MeetingWords },
): Omit<DocumentModel, 'blocks'> {
  const { groupName, madeAt } = occasion
  const { facts } = words
  const { startsAt, startedAt, endedAt, location } = meeting
  const hours = startedAt && endedAt ? words.timeRange(startedAt, endedAt) : words.time(startsAt)
  return {
    title: `${words.titles[kind]}: ${meeting.title}`,
    subtitle: groupName,
    language: words.language,
    author: groupName,
    madeAt,
    facts: [
      [facts.when, `${words.longDate(startsAt)}, ${hours}`],
      ...(location ? [[facts.where, location] as [string, string]] : []),
    ],
    footer: `${groupName} · ${words.titles[kind]} ${words.date(startsAt)}`,
    words: { contents: words.contents, page: words.page },
    isShort: true,
  }
}

/** Said above what is an invented example. */
export const demoNote = (isDemo: boolean, words: MeetingWords): Block[] =>
  isDemo ? [paragraph(`${words.demo}: ${words.demoMeans}`, 'quiet')] : []
