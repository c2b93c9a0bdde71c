import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '#app/components/text-area'
import { LONGEST_COMMENT } from '#server/discussions/discussion.shared'
import { NameList } from './name-list'
import { useNames } from './use-names'

/** Where a comment is written. After an @, who can be called by name is offered; Control+Enter sends. */
export function CommentField({
  label,
  name = 'text',
  labelHidden,
  defaultValue,
  error,
  optional,
  autoFocus,
  rows = 3,
  onText,
}: {
  label: ReactNode
  name?: string
  labelHidden?: boolean
  defaultValue?: string | undefined
  error?: string | undefined
  optional?: boolean
  autoFocus?: boolean
  rows?: number
  onText: (text: string) => void
}) {
  const { t } = useTranslation('discussions')
  const field = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [asked, setAsked] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  const names = useNames(asked)
  const area = () => field.current?.querySelector('textarea') ?? null

  const look = () => {
    const element = area()
    if (!element) return
    onText(element.value)
    const before = element.value.slice(0, element.selectionStart)
    setAsked(/(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N} '’-]{0,30}|)$/u.exec(before)?.[1] ?? null)
    setChosen(0)
  }
  const take = (mark: string) => {
    const element = area()
    if (!element) return
    const end = element.selectionStart
    const start = element.value.lastIndexOf('@', end - 1)
    element.setRangeText(`${mark} `, start, end, 'end')
    element.focus()
    onText(element.value)
    setAsked(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      area()?.form?.requestSubmit()
    }
    if (names.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setChosen((chosen + (event.key === 'ArrowDown' ? 1 : names.length - 1)) % names.length)
    } else if (event.key === 'Enter' || event.key === 'Tab') take(names[chosen]!.mark)
    else if (event.key === 'Escape') setAsked(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field in it
    <div ref={field} className="comment-field" onKeyDown={onKeyDown}>
      <TextArea
        name={name}
        label={label}
        labelHidden={labelHidden}
        hint={t('hint')}
        defaultValue={defaultValue}
        error={error}
        optional={optional}
        required={!optional}
        maxLength={LONGEST_COMMENT}
        rows={rows}
        autoFocus={autoFocus}
        aria-controls={names.length > 0 ? listId : undefined}
        aria-activedescendant={names.length > 0 ? `${listId}-${chosen}` : undefined}
        onInput={look}
        onBlur={() => setAsked(null)}
      />
      <NameList id={listId} names={names} chosen={chosen} onTake={take} />
    </div>
  )
}
