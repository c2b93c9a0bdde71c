import type { ServerBuild } from '@remix-run/node'
import type { WordsOfReminders } from './notifications/reminder-words'

/** What messages say that go out by themselves: no request brings the words along, so they come with the pages, whose catalogues have them. */
export const wordsOfReminders = ({ entry }: ServerBuild): WordsOfReminders =>
  (entry.module as typeof entry.module & { reminderWords(): WordsOfReminders }).reminderWords()
