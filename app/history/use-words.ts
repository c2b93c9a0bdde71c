import { useTranslation } from 'react-i18next'
import type { HistoryNames } from '#server/measures/history.shared'
import { wordsOfHistory } from './history-words'

/** The words for what the trail holds, in the reader's language. */
export function useWords(names: HistoryNames) {
  return wordsOfHistory(names, useTranslation().i18n)
}
