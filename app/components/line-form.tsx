import { type ReactNode, useEffect, useRef } from 'react'
import { useFormReply } from '#app/use-form-reply'
import { Button } from './button'
import { classNames } from './class-names'
import { TextArea } from './text-area'
import { useToast } from './toast'

interface Props {
  intent: string
  /** the address that answers it */
  action: string
  /** which record it is about */
  id: { name: string; value: string }
  /** the name of the field that holds the line */
  line: string
  words: { open: string; label: string; hint?: string; submit: string; done?: string }
  /** fields above the line */
  children?: (errors: Record<string, string>, values: Record<string, string>) => ReactNode
  primary?: boolean
}

/** A small form that unfolds under a button and asks for a line: how, or why. It works without JavaScript. */
export function LineForm({ intent, action, id, line, words, children, primary }: Props) {
  const toast = useToast()
  const fold = useRef<HTMLDetailsElement>(null)
  const field = useRef<HTMLFormElement>(null)
  const { Form, formProps, isBusy, errors, values, reply } = useFormReply(intent, {
    isMine: sent => sent[id.name] === id.value,
    onDone: () => {
      if (fold.current) fold.current.open = false
      field.current?.reset()
      if (words.done) toast(words.done)
    },
  })
  const isRefused = reply !== undefined && !reply.ok
  useEffect(() => {
    if (isRefused && fold.current) fold.current.open = true
  }, [isRefused])
  return (
    <details ref={fold} className="line-form" open={isRefused || undefined}>
      <summary className={classNames('button small', !primary && 'ghost')}>{words.open}</summary>
      <Form {...formProps} ref={field} action={action} className="panel">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name={id.name} value={id.value} />
        {children?.(errors, values)}
        <TextArea
          name={line}
          rows={2}
          required
          label={words.label}
          hint={words.hint}
          defaultValue={values[line]}
          error={errors[line] ?? errors['']}
        />
        <Button type="submit" small variant={primary ? 'primary' : undefined} aria-disabled={isBusy}>
          {words.submit}
        </Button>
      </Form>
    </details>
  )
}
