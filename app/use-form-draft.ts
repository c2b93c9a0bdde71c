import { useCallback, useEffect, useState } from 'react'

type Draft = Record<string, string>

/**
 * Keeps what is typed in a form in this tab, so that a reload, a failure or an expired session takes nothing away.
 * @param key which form it is
 * @returns `draft`, what was typed here before and not sent, once it is read; `keep` for the form's `onInput`; `forget`
 */
export function useFormDraft(key: string) {
  const [draft, setDraft] = useState<Draft>()
  useEffect(() => {
    const kept = sessionStorage.getItem(key)
    setDraft(kept ? (JSON.parse(kept) as Draft) : undefined)
  }, [key])
  const keep = useCallback(
    (form: HTMLFormElement) => {
      const typed = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(typed)))
    },
    [key],
  )
  const forget = useCallback(() => {
    sessionStorage.removeItem(key)
    setDraft(undefined)
  }, [key])
  return { draft, keep, forget }
}
