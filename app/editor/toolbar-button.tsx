import type { LucideIcon } from 'lucide-react'
import { Icon } from '#app/components/icon'

/** One tool. It keeps the caret where it is, and stays in focus when it turns out to be impossible. */
export function ToolbarButton({
  label,
  icon,
  shown,
  keys,
  isOn,
  isPossible = true,
  isExpanded,
  onUse,
}: {
  label: string
  icon: LucideIcon
  /** the label with its shortcut */
  shown?: string
  keys?: string
  isOn?: boolean
  isPossible?: boolean
  isExpanded?: boolean
  onUse: () => void
}) {
  return (
    <button
      type="button"
      className="button ghost icon-only"
      data-tool
      tabIndex={-1}
      aria-label={label}
      title={shown ?? label}
      aria-keyshortcuts={keys}
      aria-pressed={isOn}
      aria-disabled={!isPossible || undefined}
      aria-expanded={isExpanded}
      onMouseDown={event => event.preventDefault()}
      onClick={() => isPossible && onUse()}
    >
      <Icon of={icon} />
    </button>
  )
}
