import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names'

/** A question over the page: focus stays in it, Escape closes it. Put `actions` inside a form to submit from them. */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
  wide,
  alert,
}: {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  actions?: ReactNode
  wide?: boolean
  /** it asks to confirm what cannot be undone */
  alert?: boolean
}) {
  return (
    <ModalOverlay
      className="dialog-backdrop"
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable={!alert}
    >
      <Modal className={classNames('dialog', wide && 'wide')}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-header">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
          </div>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
