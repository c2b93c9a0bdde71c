import { Link } from '@remix-run/react'

export function Brand() {
  return (
    <Link className="brand" to="/">
      <svg viewBox="0 0 22 22" fill="none" aria-hidden="true">
        <circle
          cx="11"
          cy="11"
          r="8.5"
          stroke="currentColor"
          strokeWidth="3"
          strokeDasharray="6.5 2.4"
          transform="rotate(-78 11 11)"
        />
        <circle cx="11" cy="11" r="2.6" fill="var(--color-accent)" />
      </svg>
      <span>Samenspraak</span>
    </Link>
  )
}
