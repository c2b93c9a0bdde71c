/** What became of a form: the page shows what is wrong beside each field, and what was typed stays. */
export interface FormReply {
  intent: string
  ok: boolean
  /** what was sent, as it was sent */
  values: Record<string, string>
  /** what is wrong, by field and in the reader's language; under '' what concerns the form as a whole */
  errors: Record<string, string>
  /** the reason of the refusal, where code must know it */
  reason?: string
}
