import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '#app/components/class-names'
import { Icon } from '#app/components/icon'
import { useClosing } from '#app/components/use-closing'

/** A button that opens what can be chosen, and says how much was. It opens without JavaScript too. */
export function FilterMenu({
  label,
  count,
  wide,
  children,
}: {
  label: string
  count: number
  wide?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('plan')
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  return (
    <details ref={menu} className={classNames('filter-menu', wide && 'wide')}>
      <summary className={classNames('button small', count > 0 && 'chosen')}>
        {label}
        {count > 0 && (
          <>
            <span className="count strong" aria-hidden="true">
              {count}
            </span>
            <span className="sr-only">, {t('filter.chosen', { count })}</span>
          </>
        )}
        <Icon of={ChevronDown} size="small" />
      </summary>
      <div className="menu">{children}</div>
    </details>
  )
}

/** From here on a list is easier to search than to read. */
const MANY = 15

/** Boxes to tick; a long list can be searched. */
export function FilterOptions({
  name,
  options,
  chosen,
}: {
  name: string
  options: { value: string; label: string }[]
  chosen: string[]
}) {
  const { t } = useTranslation('plan')
  const id = useId()
  const [word, setWord] = useState('')
  const isHidden = (label: string) => word !== '' && !label.toLowerCase().includes(word.toLowerCase())
  return (
    <>
      {options.length > MANY && (
        <input
          className="input small narrow-down"
          type="search"
          aria-label={t('filter.narrowDown')}
          aria-controls={id}
          placeholder={t('filter.narrowDown')}
          value={word}
          onChange={event => {
            event.stopPropagation()
            setWord(event.target.value)
          }}
          onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <div id={id} className="filter-options">
        {options.map(({ value, label }) => (
          <label key={value} className="check" hidden={isHidden(label)}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </>
  )
}
