import { useTranslation } from 'react-i18next'

/** Says the reasons that a form gets back: the first of a field's, in words; what has no words of its own is `invalid`. */
export function useReason() {
  const { t, i18n } = useTranslation('errors')
  return (reasons: readonly string[] | undefined) => {
    const reason = reasons?.[0]
    if (!reason) return undefined
    return t(i18n.exists(`errors:${reason}`) ? (reason as 'invalid') : 'invalid')
  }
}
