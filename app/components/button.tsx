import { Link, type LinkProps } from '@remix-run/react'
import type { LucideIcon } from 'lucide-react'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

interface Look {
  /** one `primary` in a view */
  variant?: 'primary' | 'ghost' | 'danger'
  small?: boolean
  icon?: LucideIcon
}

const look = ({ variant, small }: Look, extra?: string) => classNames('button', variant, small && 'small', extra)

export const Button = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'> & Look>(
  ({ variant, small, icon, className, children, type = 'button', ...rest }, ref) => (
    <button ref={ref} type={type} className={look({ variant, small }, className)} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  ),
)
Button.displayName = 'Button'

export const LinkButton = forwardRef<HTMLAnchorElement, LinkProps & Look>(
  ({ variant, small, icon, className, children, ...rest }, ref) => (
    <Link ref={ref} className={look({ variant, small }, className as string | undefined)} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  ),
)
LinkButton.displayName = 'LinkButton'

/** A button with a drawing only: `label` says what it does. */
export function IconButton({
  label,
  icon,
  variant,
  small,
  className,
  type = 'button',
  ...rest
}: Omit<ComponentPropsWithoutRef<'button'>, 'children' | 'aria-label'> & Look & { label: string; icon: LucideIcon }) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={look({ variant, small }, `icon-only ${className ?? ''}`)}
      {...rest}
    >
      <Icon of={icon} />
    </button>
  )
}
