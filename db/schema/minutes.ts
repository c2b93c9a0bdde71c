import type { Generated } from 'kysely'

/** Minutes that went round; of a meeting without a row they are a draft. */
export interface MinutesTable {
  meetingId: string
  sentAt: Generated<Date>
  sentBy: string
  /** 'YYYY-MM-DD', the last day on which who was there may comment */
  commentUntil: string
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
