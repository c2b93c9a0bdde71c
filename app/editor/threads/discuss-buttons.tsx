import { FilePlus2, MessageSquarePlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/icon'
import { useDiscussionState } from '#app/discussions/discussion-context'

const tools = [
  { kind: 'comment', icon: MessageSquarePlus, key: 'discuss' },
  { kind: 'proposal', icon: FilePlus2, key: 'propose' },
] as const

/** Says something about the words that are selected, or proposes others. What is selected stays so. */
export function DiscussButtons() {
  const { t } = useTranslation('discussions')
  const discussion = useDiscussionState()
  if (!discussion?.canDiscuss) return null
  return (
    <span className="discuss-buttons">
      {tools.map(({ kind, icon, key }) => (
        <button
          key={kind}
          type="button"
          className="button ghost icon-only"
          aria-label={t(key)}
          title={t(key)}
          onMouseDown={event => event.preventDefault()}
          onClick={() => discussion.compose(kind)}
        >
          <Icon of={icon} />
        </button>
      ))}
    </span>
  )
}
