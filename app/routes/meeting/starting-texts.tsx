import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StartingText } from './stands'

/** What the decision could begin with, one click away. It comes behind what is typed already, which stays. */
export function StartingTexts({ name, texts }: { name: string; texts: StartingText[] }) {
  const { t } = useTranslation('decisions')
  if (texts.length === 0) return null
  const take = (event: MouseEvent<HTMLButtonElement>, text: string) => {
    const field = event.currentTarget.form?.elements.namedItem(name)
    if (field instanceof HTMLTextAreaElement) addTo(field, text)
  }
  return (
    <div className="starting-texts">
      <p className="label">{t('form.startWith')}</p>
      <ul>
        {texts.map(({ round, text }, index) => (
          <li key={`${round} ${text}`}>
            <button
              type="button"
              data-starting-text={index}
              aria-keyshortcuts={index === 0 ? 'Alt+0' : undefined}
              onClick={event => take(event, text)}
            >
              <span>{round === null ? t('form.startItem') : t('form.startRound', { title: round })}</span>
              <span lang="nl">{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function addTo(field: HTMLTextAreaElement, text: string) {
  const typed = field.value.trimEnd()
  field.focus()
  if (!typed.includes(text)) {
    field.setRangeText(typed === '' ? text : `${typed}\n\n${text}`, 0, field.value.length, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  field.setSelectionRange(field.value.length, field.value.length)
}
