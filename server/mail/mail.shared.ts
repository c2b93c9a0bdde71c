/** Where the messages about something are: waiting to be sent, taken by the mail server, or given up. */
export interface MailCount {
  waiting: number
  sent: number
  failed: number
  /** what the mail server said last of one that failed, or that is tried again; null: nothing */
  reason: string | null
  /** when the last of them was written; null: there are none */
  lastAt: Date | null
}
