import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

/** A short label; with `removeTo` a filter that can be taken away, by a link so that it works without JavaScript. */
export function Tag({ children, removeTo, name }: { children: ReactNode; removeTo?: string; name?: string }) {
  const { t } = useTranslation()
  return (
    <span className="tag">
      {children}
      {removeTo !== undefined && (
        <Link to={removeTo} aria-label={t('remove', { name: name ?? String(children) })} preventScrollReset>
          <Icon of={X} size="small" />
        </Link>
      )}
    </span>
  )
}
