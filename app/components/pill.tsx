import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'line'

/** A state in a word or two; `ok`, `warn` and `bad` go with an icon. */
export function Pill({ tone, icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={classNames('pill', tone)}>
      {icon && <Icon of={icon} size="small" />}
      {children}
    </span>
  )
}
