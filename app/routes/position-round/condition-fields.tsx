import { CircleAlert, Plus, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/components/button'
import { Icon } from '#app/components/icon'
import { TextArea } from '#app/components/text-area'
import type { ConditionRow } from '#server/positions/position.shared'

/** A row for each condition, with one more to begin with. Without a script, saving a draft gives the next empty row. */
export function ConditionFields({
  start,
  error,
  onRows,
}: {
  start: ConditionRow[]
  error: string | undefined
  onRows: () => void
}) {
  const { t } = useTranslation('positions')
  const errorId = useId()
  const [rows, setRows] = useState(() => [...start, { text: '' }].map((row, key) => ({ ...row, key })))
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const added = useRef(false)
  useEffect(() => {
    if (!added.current) return
    added.current = false
    ;[...(fieldset.current?.querySelectorAll('textarea') ?? [])].at(-1)?.focus()
  })
  const change = (next: typeof rows) => {
    onRows()
    setRows(next)
  }
  return (
    <fieldset className="for-conditions" ref={fieldset} aria-describedby={error ? errorId : undefined}>
      <legend className="label">{t('mine.conditions')}</legend>
      <span className="hint">{t('mine.conditionsHint')}</span>
      {rows.map(({ key, id, text }, index) => (
        <div className="condition-field" key={key}>
          {id && <input type="hidden" name={`conditionId-${key}`} value={id} />}
          <TextArea
            name={`condition-${key}`}
            label={t('mine.condition', { number: index + 1 })}
            labelHidden
            defaultValue={text}
            maxLength={1000}
            rows={2}
          />
          {rows.length > 1 && (
            <IconButton
              icon={X}
              variant="ghost"
              label={t('mine.removeCondition', { number: index + 1 })}
              onClick={() => change(rows.filter(row => row.key !== key))}
            />
          )}
        </div>
      ))}
      <Button
        small
        icon={Plus}
        onClick={() => {
          added.current = true
          change([...rows, { text: '', key: Math.max(...rows.map(row => row.key)) + 1 }])
        }}
      >
        {t('mine.addCondition')}
      </Button>
      {error && (
        <p className="field-error" id={errorId}>
          <Icon of={CircleAlert} />
          {error}
        </p>
      )}
    </fieldset>
  )
}
