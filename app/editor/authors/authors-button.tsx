import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'

/** Colours the text by who wrote it, and takes the colours away again. */
export function AuthorsButton({ isOn, onUse }: { isOn: boolean; onUse: () => void }) {
  const { t } = useTranslation('versions')
  return (
    <button
      type="button"
      className="button ghost small authors-button"
      aria-pressed={isOn}
      title={t('authors.title')}
      onMouseDown={event => event.preventDefault()}
      onClick={onUse}
    >
      <Icon of={Users} />
      <span>{t('authors.title')}</span>
    </button>
  )
}
