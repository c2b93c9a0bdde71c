import type { KeyboardEvent } from 'react'
import { decisionResults } from '#server/decisions/decision.shared'

/** Alt and a digit chooses the result; Control and Enter goes to the confirmation. From anywhere in the form. */
export function answerDecisionKeys(event: KeyboardEvent<HTMLFormElement>): void {
  const form = event.currentTarget
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    form.requestSubmit()
    return
  }
  // Enter in a line of text would press the first button of the form, which adds a row.
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
  const result = event.altKey && !event.ctrlKey && !event.metaKey ? decisionResults[Number(digit) - 1] : undefined
  if (!result) return
  event.preventDefault()
  form.querySelector<HTMLInputElement>(`input[type=radio][name=result][value="${result}"]`)?.click()
}
