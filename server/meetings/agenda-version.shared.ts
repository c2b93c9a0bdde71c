import type { AgendaItemKind } from './meeting.shared'

/** An agenda that was sent, as a line of a list. */
export interface AgendaVersion {
  number: number
  sentAt: Date
  /** what was said with it; '' for nothing */
  note: string
  /** code of the body for which it was sent */
  sentBy: string
}

/** What the group got: it stands, whatever becomes of the agenda. */
export interface SentAgenda {
  title: string
  /** ISO 8601 */
  startsAt: string
  location: string | null
  items: {
    kind: AgendaItemKind
    title: string
    summary: string
    minutesAllotted: number | null
    presenter: { code: string; name: string; colour: number } | null
    measures: { id: string; number: number | null; title: string }[]
    rounds?: { id: string; title: string }[]
    links: { title: string; url: string }[]
  }[]
}
