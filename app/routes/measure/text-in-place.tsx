import { Link } from '@remix-run/react'
import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { TextForm } from './text-form'
import { useEditing } from './use-editing'

/** What `children` show, and for who may, the way to change it right there. */
export function TextInPlace({
  measureId,
  field,
  value,
  canEdit,
  children,
}: {
  measureId: string
  field: 'title' | 'summary'
  value: string
  canEdit: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('measures')
  const { isOpen, close, linkProps } = useEditing(field)
  if (!canEdit) return children
  if (isOpen) return <TextForm measureId={measureId} field={field} value={value} onClose={close} />
  const label = t('measure.editField', { field: t(`measure.fields.${field}`) })
  return (
    <div className={`in-place ${field}`}>
      {children}
      <Link {...linkProps} className="edit-link" aria-label={label} title={label}>
        <Icon of={Pencil} />
      </Link>
    </div>
  )
}
