import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/components/button'
import type { Thread } from '#server/discussions/discussion.shared'
import { useDiscussionState } from './discussion-context'
import { ThreadCard } from './thread-card'

/** A discussion over the lower part of a small screen, with the way to the next one. */
export function ThreadSheet({
  measureId,
  thread,
  onClose,
}: {
  measureId: string
  thread: Thread
  onClose: () => void
}) {
  const { t } = useTranslation('discussions')
  const discussion = useDiscussionState()
  return (
    <ModalOverlay className="sheet-backdrop" isOpen isDismissable onOpenChange={isOpen => !isOpen && onClose()}>
      <Modal className="sheet">
        <Dialog aria-label={t('title')}>
          <div className="sheet-bar">
            <IconButton
              small
              variant="ghost"
              icon={ChevronUp}
              label={t('previous')}
              onClick={() => discussion?.step(-1)}
            />
            <IconButton
              small
              variant="ghost"
              icon={ChevronDown}
              label={t('next')}
              onClick={() => discussion?.step(1)}
            />
            <span className="grow" />
            <IconButton small variant="ghost" icon={X} label={t('close')} onClick={onClose} />
          </div>
          <ThreadCard key={thread.id} measureId={measureId} thread={thread} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
