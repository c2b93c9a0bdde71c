import type { LucideIcon } from 'lucide-react'

/** A drawing beside a word; never the only bearer of a meaning. */
export function Icon({ of: Drawing, size }: { of: LucideIcon; size?: 'small' | 'large' }) {
  return <Drawing aria-hidden="true" focusable="false" className={size ? `icon ${size}` : 'icon'} />
}
