import { Check, CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert, ok: Check }

/** A remark in the page. `role="status"` for one that appears after an action, `"alert"` for one that cannot wait. */
export function Note({
  tone = 'info',
  role,
  className,
  children,
}: {
  tone?: keyof typeof icons
  role?: 'status' | 'alert'
  className?: string
  children: ReactNode
}) {
  return (
    <div className={classNames('note', tone, className)} role={role}>
      <Icon of={icons[tone]} />
      <div className="grow">{children}</div>
    </div>
  )
}
