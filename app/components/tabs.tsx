import { NavLink } from '@remix-run/react'

export interface Tab {
  to: string
  label: string
  count?: number
}

/** Views of one page, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(tab => (
        <NavLink key={tab.to} to={tab.to} end>
          {tab.label}
          {tab.count !== undefined && <span className="count">{tab.count}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
