import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from './breadcrumb'

/** Where am I: the way up, the title, a line under it, and what can be done here. */
export function PageHeader({
  title,
  subtitle,
  crumbs,
  actions,
}: {
  title: ReactNode
  subtitle?: ReactNode
  crumbs?: readonly Crumb[]
  actions?: ReactNode
}) {
  return (
    <div className="page-header">
      <div className="grow">
        {crumbs && <Breadcrumb crumbs={crumbs} />}
        <h1>{title}</h1>
        {subtitle && <p className="subtitle">{subtitle}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
