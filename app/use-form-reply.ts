import { useActionData, useFetcher } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import type { FormReply } from './form-reply'

/**
 * A form on a page with several: sent by a fetcher, or by the browser itself where there is no JavaScript.
 * @param isMine of forms with the same intent, the one whose values these are
 * @param onDone after it succeeded and the page shows what it changed
 */
export function useFormReply(
  intent: string,
  { isMine, onDone }: { isMine?: (values: FormReply['values']) => boolean; onDone?: () => void } = {},
) {
  const fetcher = useFetcher<FormReply>()
  const answered = useActionData<FormReply>()
  const isAnswer = answered?.intent === intent && (isMine?.(answered.values) ?? true)
  const reply = fetcher.data ?? (isAnswer ? answered : undefined)

  const done = useRef(onDone)
  done.current = onDone
  const { data, state } = fetcher
  useEffect(() => {
    if (state === 'idle' && data?.ok) done.current?.()
  }, [data, state])

  // Who is told what is wrong may send again at once, while the page still reloads.
  const isBusy = state === 'submitting' || (state === 'loading' && data?.ok !== false)
  return {
    Form: fetcher.Form,
    /** for the form: what is under way is not sent twice */
    formProps: {
      method: 'post' as const,
      onSubmit: (event: FormEvent) => {
        if (isBusy) event.preventDefault()
      },
    },
    submit: fetcher.submit,
    isBusy,
    reply,
    errors: reply?.errors ?? ({} as FormReply['errors']),
    values: reply?.values ?? ({} as FormReply['values']),
  }
}
