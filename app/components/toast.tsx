import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

interface Toast {
  id: number
  text: string
  action?: { label: string; onAction: () => void }
}

const ToastContext = createContext<(text: string, action?: Toast['action']) => void>(() => {})

/** Says for a while what was done, politely, with a way back where there is one. */
export const useToast = () => useContext(ToastContext)

const SECONDS = 8
const SECONDS_WITH_ACTION = 20

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [toasts, setToasts] = useState<Toast[]>([])
  const dismiss = useCallback((id: number) => setToasts(all => all.filter(toast => toast.id !== id)), [])
  const show = useCallback(
    (text: string, action?: Toast['action']) => {
      const id = Date.now() + Math.random()
      setToasts(all => [...all.slice(-2), { id, text, action }])
      setTimeout(() => dismiss(id), (action ? SECONDS_WITH_ACTION : SECONDS) * 1000)
    },
    [dismiss],
  )
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className="toast-region" role="status" aria-live="polite">
        {toasts.map(({ id, text, action }) => (
          <div className="toast" key={id}>
            {text}
            {action && (
              <button
                type="button"
                onClick={() => {
                  action.onAction()
                  dismiss(id)
                }}
              >
                {action.label}
              </button>
            )}
            <button type="button" className="dismiss" aria-label={t('close')} onClick={() => dismiss(id)}>
              <Icon of={X} size="small" />
            </button>
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  )
}
