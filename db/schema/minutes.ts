import type { Generated } from 'kysely'

/** Minutes that went round; of a meeting without a row they are a draft. */
export interface MinutesTable {
  meetingId: string
  sentAt: Generated<Date>
  sentBy: string
  /** 'YYYY-MM-DD', the last day on which who was there may comment */
  commentUntil: string
  /** since when they are a draft again; null: they go round, or went */
  takenBackAt: Date | null
  takenBackBy: string | null
  /** where a later meeting approves them */
  approvalItemId: string | null
  /** by which it did */
  decisionId: string | null
  frozenAt: Date | null
  frozenBy: string | null
  /** the canonical form of all that they say; null as long as they are not frozen */
  content: string | null
  /** its SHA-256 (hexadecimal) */
  hash: string | null
}

export interface MinutesCommentTable {
  id: Generated<string>
  meetingId: string
  /** null: about the minutes as a whole */
  agendaItemId: string | null
  mandateId: string
  text: string
  madeAt: Generated<Date>
}

/** What became of a comment; the newest counts. */
export interface MinutesCommentAnswerTable {
  id: Generated<number>
  commentId: string
  outcome: 'taken-in' | 'not-taken-in' | 'answered'
  /** why; '' for nothing, of what was taken in */
  text: string
  mandateId: string
  answeredAt: Generated<Date>
}
