import type { KeyboardEvent } from 'react'
import { decisionResults } from '#server/decisions/decision.shared'

/** Alt and a digit chooses the result, Alt and 0 takes over the first text that is offered; Control and Enter goes to the confirmation. From anywhere in the form. */
export function answerDecisionKeys(event: KeyboardEvent<HTMLFormElement>): void {
  const form = event.currentTarget
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    form.requestSubmit()
    return
  }
  // Enter in a line of text would press the first button of the form, which adds a row.
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  const digit = /^Digit([0-9])$/.exec(event.code)?.[1]
  if (digit === undefined || !event.altKey || event.ctrlKey || event.metaKey) return
  const result = decisionResults[Number(digit) - 1]
  const chosen = form.querySelector<HTMLElement>(
    digit === '0' ? '[data-starting-text="0"]' : `input[type=radio][name=result][value="${result}"]`,
  )
  if (chosen) event.preventDefault()
  chosen?.click()
}
