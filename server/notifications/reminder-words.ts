/** What a reminder says, in one language: this side of the house has no catalogues. */
export interface ReminderWords {
  /** of the message, as HTML names it: 'nl' */
  language: string
  subject(count: number): string
  greeting(name: string, group: string): string
  actions: string
  effects: string
  /** "tegen 19 mrt. 2026", "2 dagen over tijd" */
  due(day: string | null, isOverdue: boolean): string
  openActions: string
  openEffects: string
  /** where to look when no address is known */
  elsewhere: string
  why: string
}

export type WordsOfReminders = Record<'nl' | 'en', ReminderWords>
