import { useActionData } from '@remix-run/react'
import type { action } from './route'

/** @returns what the server answered to the form that said one of these as its `what`; the page has several, each reads its own */
export function useAnswerTo(...what: string[]) {
  const answered = useActionData<typeof action>()
  return what.includes(String(answered?.initialValue?.what)) ? answered : undefined
}
