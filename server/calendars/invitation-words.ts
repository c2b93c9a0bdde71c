/** What an invitation says, in one language: this side of the house has no catalogues. */
export interface InvitationWords {
  /** of the message, as HTML names it: 'nl' */
  language: string
  subject(title: string, when: string): string
  subjectAgain(title: string, when: string): string
  greeting(group: string): string
  again: string
  when: string
  where: string
  agenda: string
  noAgenda: string
  open: string
  answer: string
  /** "donderdag 19 maart 2026, 13.30 uur" */
  moment(at: Date): string
  /** "19 mrt. 2026" */
  day(at: Date): string
}
