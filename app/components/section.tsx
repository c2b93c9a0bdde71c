import { type ReactNode, useId } from 'react'

/** A title on a strong line, with rows under it. */
export function Section({
  title,
  count,
  end,
  children,
}: {
  title: ReactNode
  count?: ReactNode
  end?: ReactNode
  children: ReactNode
}) {
  const titleId = useId()
  return (
    <section className="section" aria-labelledby={titleId}>
      <div className="section-header">
        <h2 id={titleId}>{title}</h2>
        {count !== undefined && <span className="text-sm text-ink-3">{count}</span>}
        {end && <div className="end text-sm">{end}</div>}
      </div>
      {children}
    </section>
  )
}
