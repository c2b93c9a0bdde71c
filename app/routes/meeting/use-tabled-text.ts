import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format'
import type { TabledMeasure } from '#server/meetings/meeting-detail.shared'

/** @returns words for the text that lies on the table: a frozen version, or the text as it was written since */
export function useTabledText() {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  return ({ version, isFrozen, changedAt }: TabledMeasure) => {
    if (isFrozen && version !== null) return t('version', { number: version })
    if (!changedAt) return t('emptyText')
    const when = `${format.date(changedAt)}, ${format.time(changedAt)}`
    return version === null ? t('workingText', { when }) : t('workingTextAfter', { when, number: version })
  }
}
