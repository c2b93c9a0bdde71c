import type { Generated, JSONColumnType } from 'kysely'
import type { DiscussionStep, DocumentSubject, ProposalState } from './vocabulary'

/** Characters of a text, by the Yjs client that typed them: client id, clock of the first, how many. */
export type WordRange = [client: number, clock: number, length: number]

/** A discussion of a passage, or, without a document, of a record as a whole. */
export interface DiscussionThreadTable {
  id: Generated<string>
  groupId: string
  subjectType: DocumentSubject
  subjectId: string
  documentId: string | null
  /** Yjs relative positions: at the first character, and after the last */
  anchorFrom: Buffer | null
  anchorTo: Buffer | null
  /** the characters in between, in reading order */
  words: JSONColumnType<WordRange[]> | null
  /** what the passage said when it was begun about; '' without one */
  quote: Generated<string>
  openedBy: string
  openedAt: Generated<Date>
  /** the last step says so; null: open */
  resolvedAt: Date | null
  isDemo: Generated<boolean>
}

export interface DiscussionStepTable {
  id: Generated<string>
  threadId: string
  kind: DiscussionStep
  mandateId: string
  at: Generated<Date>
}

export interface DiscussionCommentTable {
  id: Generated<string>
  threadId: string
  /** what it says now; '' once it was taken away */
  text: string
  mandateId: string
  writtenAt: Generated<Date>
  editedAt: Date | null
  removedAt: Date | null
  isDemo: Generated<boolean>
}

export interface DiscussionCommentEarlierTable {
  id: Generated<string>
  commentId: string
  text: string
  replacedAt: Generated<Date>
}

/** Who is called in a comment: a person, a body or a sector. */
export interface DiscussionMentionTable {
  commentId: string
  /** as it stands in the comment */
  label: string
  personId: string | null
  bodyId: string | null
  sectorId: string | null
}

/** Other words for the passage of a thread. What the passage said then is the thread's quote. */
export interface WordingProposalTable {
  threadId: string
  replacement: string
  state: Generated<ProposalState>
  settledBy: string | null
  settledAt: Date | null
  reason: Generated<string>
  /** what the passage said when the words were taken over */
  onto: string | null
  /** the edit that took them over; null where the passage said so already */
  seq: number | null
}
