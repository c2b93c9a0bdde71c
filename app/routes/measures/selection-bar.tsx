import { X } from 'lucide-react'
import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/components/button'
import type { CellField } from '#server/measures/cells.shared'
import type { CellOption } from './use-cell-options'

/** What can be set for many rows at once. */
const fields = ['status', 'axis', 'priority', 'level', 'horizon'] as const

/** What to do with the rows that were chosen: one change for all of them. */
export function SelectionBar({
  count,
  options,
  bodies,
  onApply,
  onClear,
}: {
  count: number
  options: Partial<Record<CellField, CellOption[]>>
  /** undefined as long as they are not read */
  bodies: CellOption[] | undefined
  onApply: (values: { field: CellField; value: string }[], leadBodyId: string) => void
  onClear: () => void
}) {
  const { t } = useTranslation('measures')
  const id = useId()
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = fields.flatMap(field => {
      const value = form.get(field)
      return value === keep || value === null ? [] : [{ field, value: String(value) }]
    })
    onApply(chosen, String(form.get('lead') ?? ''))
    event.currentTarget.reset()
  }
  return (
    <form className="selection-bar" aria-labelledby={id} onSubmit={apply}>
      <strong id={id} role="status">
        {t('table.chosen', { count })}
      </strong>
      {fields.map(field => (
        <select key={field} name={field} className="input small" aria-label={t(`columns.${field}`)}>
          <option value={keep}>{t('table.set', { field: t(`columns.${field}`) })}</option>
          {options[field]?.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ))}
      <select name="lead" className="input small" aria-label={t('table.proposeLead')} disabled={!bodies}>
        <option value="">{t('table.proposeLead')}</option>
        {bodies?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Button type="submit" variant="primary" small>
        {t('table.apply')}
      </Button>
      <IconButton label={t('table.clearChoice')} icon={X} variant="ghost" small onClick={onClear} />
    </form>
  )
}

/** Not a value of any field: leave it as it is. */
const keep = 'keep'
