import './thread-count.css'
import { MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

/** How many discussions of a record are open; nothing where none is. */
export function ThreadCount({ count }: { count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  const words = t('openThreads', { count })
  return (
    <span className="thread-count" title={words}>
      <Icon of={MessageSquare} size="small" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
