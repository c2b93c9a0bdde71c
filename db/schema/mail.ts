import type { Generated } from 'kysely'

/** A message that waits, was sent, or was given up. */
export interface MailMessageTable {
  id: Generated<string>
  groupId: string
  kind: 'meeting-invitation' | 'meeting-cancelled' | 'minutes-for-comment' | 'follow-up-reminder'
  meetingId: string | null
  personId: string | null
  toName: string
  toAddress: string
  subject: string
  text: string
  html: string
  /** iCalendar, sent along with this method */
  calendar: string | null
  calendarMethod: 'REQUEST' | 'CANCEL' | null
  queuedBy: string | null
  queuedAt: Generated<Date>
  tries: Generated<number>
  nextTryAt: Generated<Date>
  sentAt: Date | null
  givenUpAt: Date | null
  /** a newer message says all that this one would have said */
  replacedAt: Date | null
}

export interface MailAttemptTable {
  id: Generated<number>
  messageId: string
  at: Generated<Date>
  outcome: 'sent' | 'failed'
  /** what the mail server said; null when it took the message */
  reason: string | null
}

/** What a message reminded of: an action or an effect. */
export interface FollowUpReminderTable {
  id: Generated<number>
  messageId: string
  actionItemId: string | null
  effectId: string | null
  remindedAt: Generated<Date>
}
