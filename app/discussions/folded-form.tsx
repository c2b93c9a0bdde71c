import { type ReactNode, useRef } from 'react'
import { useDraft } from './drafts'

/** A form behind a button, which opens without JavaScript too. It begins open where something was typed in it before. */
export function FoldedForm({
  draftKey,
  opens,
  className,
  isOpen,
  children,
}: {
  /** of what is typed in it */
  draftKey?: string
  opens: ReactNode
  className?: string
  isOpen?: boolean
  children: (close: () => void) => ReactNode
}) {
  const place = useRef<HTMLDetailsElement>(null)
  const draft = useDraft(draftKey ?? '')
  const close = () => {
    place.current?.removeAttribute('open')
    place.current?.querySelector('summary')?.focus()
  }
  const focusFirst = () => {
    if (place.current?.open) place.current.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus()
  }
  return (
    <details
      ref={place}
      className={`folded-form ${className ?? ''}`}
      open={isOpen || (draftKey !== undefined && draft.text !== undefined) || undefined}
      onToggle={focusFirst}
    >
      <summary className="button small ghost">{opens}</summary>
      {children(close)}
    </details>
  )
}
