import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '#app/i18n/use-reason'
import type { CellField, CellValue } from '#server/measures/cells.shared'
import { measureChange } from '#server/measures/measure.shared'
import type { CellOption } from './use-cell-options'

/** Where the cursor goes after a cell: nowhere, down, up, or on to the next or previous one. */
export type Onward = 'stay' | 'down' | 'up' | 'next' | 'previous' | 'away'

interface CellEditorProps {
  field: CellField | 'lead'
  label: string
  before: CellValue
  /** the key with which editing began: it is the first of what is typed */
  typed: string | undefined
  /** absent: it is typed */
  options: CellOption[] | undefined
  onDone: (value: CellValue | undefined, onward: Onward) => void
}

/**
 * A field in a cell. Enter stores and goes down, Tab stores and goes on, Escape leaves it as it was. A list takes the first
 * letters of a choice, as the browser's own lists do.
 */
export function CellEditor({ field, label, before, typed, options, onDone }: CellEditorProps) {
  const { t } = useTranslation('measures')
  const reasonText = useReason()
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isDone = useRef(false)
  const byKeyboard = useRef(true)
  const [error, setError] = useState<string>()
  const start = typed !== undefined && !options ? typed : String(before ?? '')

  useEffect(() => {
    control.current?.focus()
    if (!options && typed === undefined) control.current?.select()
    if (options && typed) chooseByLetter(control.current, typed)
  }, [options, typed])

  const finish = (value: CellValue | undefined, onward: Onward) => {
    if (isDone.current) return
    isDone.current = true
    onDone(value, onward)
  }
  const store = (onward: Onward) => {
    const text = control.current?.value ?? ''
    if (field === 'lead') return finish(text || undefined, onward)
    const parsed = measureChange.safeParse({ field, before: before ?? '', value: text })
    if (parsed.success) return finish(parsed.data.value as CellValue, onward)
    // Who goes elsewhere with something that cannot be stored leaves the cell as it was.
    if (onward === 'away') return finish(undefined, onward)
    setError(reasonText([parsed.error.issues[0]?.message ?? 'invalid']))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    byKeyboard.current = true
    if (event.key === 'Escape') finish(undefined, 'stay')
    else if (event.key === 'Enter') store(event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') store(event.shiftKey ? 'previous' : 'next')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const common = {
    ref: control,
    'aria-label': label,
    'aria-invalid': error ? true : undefined,
    onKeyDown,
    onBlur: (_: FocusEvent) => store('away'),
    onPointerDown: () => {
      byKeyboard.current = false
    },
  }
  return (
    <>
      {options ? (
        <select
          {...common}
          className="input small cell-input"
          defaultValue={start}
          // Chosen with the mouse is meant; with the keys somebody may still be on the way.
          onChange={() => !byKeyboard.current && store('stay')}
        >
          {field === 'lead' && <option value="">{t('table.chooseLead')}</option>}
          {options.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          className="input small cell-input"
          defaultValue={start}
          inputMode={field === 'number' ? 'numeric' : undefined}
          maxLength={field === 'number' ? 4 : 200}
          autoComplete="off"
          onChange={() => setError(undefined)}
        />
      )}
      {error && (
        <span className="cell-error" role="alert">
          {error}
        </span>
      )}
    </>
  )
}

function chooseByLetter(select: HTMLSelectElement | null, letter: string) {
  const option = [...(select?.options ?? [])].find(({ label }) => label.toLowerCase().startsWith(letter.toLowerCase()))
  if (select && option) select.value = option.value
}
