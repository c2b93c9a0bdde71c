import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

/** What floats beside the main thing, or is edited. `end` stands at the right of its title. */
export function Panel({
  title,
  end,
  flush,
  className,
  children,
}: {
  title?: ReactNode
  end?: ReactNode
  /** the content brings its own space */
  flush?: boolean
  className?: string
  children: ReactNode
}) {
  const titleId = useId()
  return (
    <section className={classNames('panel', className)} aria-labelledby={title ? titleId : undefined}>
      {title && (
        <div className="panel-header">
          <h2 id={titleId}>{title}</h2>
          {end && <div className="end">{end}</div>}
        </div>
      )}
      {flush ? children : <div className="panel-body">{children}</div>}
    </section>
  )
}
