import {
  CloudAlert,
  CloudCheck,
  CloudOff,
  CloudUpload,
  Eye,
  Lock,
  type LucideIcon,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isEndOfSession } from '#app/collab/document-snapshot'
import type { SaveState } from '#app/collab/save-state'
import { Icon } from '#app/components/icon'
import { useFormat } from '#app/i18n/use-format'

const looks: Record<SaveState['kind'], { icon: LucideIcon; className: string }> = {
  connecting: { icon: RefreshCw, className: 'connecting' },
  saved: { icon: CloudCheck, className: 'saved' },
  saving: { icon: RefreshCw, className: 'saving' },
  sending: { icon: CloudUpload, className: 'sending' },
  offline: { icon: CloudOff, className: 'offline' },
  'offline-clean': { icon: CloudAlert, className: 'offline' },
  'read-only': { icon: Eye, className: 'read-only' },
  'no-access': { icon: Lock, className: 'no-access' },
  refused: { icon: TriangleAlert, className: 'failed' },
}

/** What became of what somebody typed, beside the text and for screen readers alike. */
export function TextSaveState({ state, actual = state }: { state: SaveState; actual?: SaveState }) {
  const words = useWords(state)
  const { icon, className } = looks[state.kind]
  return (
    <span className={`save-state ${className}`} role="status" data-save-state={actual.kind}>
      <Icon of={icon} />
      <span>{words}</span>
    </span>
  )
}

const refusals = ['forbidden', 'malformed', 'too-large', 'foreign-client-id'] as const

function useWords(state: SaveState): string {
  const { t } = useTranslation('editor')
  const format = useFormat()
  switch (state.kind) {
    case 'connecting':
      return t('state.connecting')
    case 'saved':
      return t('state.saved')
    case 'saving':
      return t('state.saving')
    case 'sending':
      return t('state.sending', { count: state.edits })
    case 'offline':
      return t(state.keptOnDevice ? 'state.offline' : 'state.offlineUnkept', { count: state.edits })
    case 'offline-clean':
      return t('state.offlineClean')
    case 'read-only':
      if (state.reason === 'rights-changed') return t('state.rightsChanged')
      if (state.reason === 'closed') return t('state.closed')
      return t(state.access === 'read' ? 'state.reading' : 'state.commenting')
    case 'no-access':
      if (isEndOfSession(state.reason)) return t('state.signedOut')
      return state.since ? t('state.noAccessSince', { time: format.time(new Date(state.since)) }) : t('state.noAccess')
    case 'refused': {
      const known = refusals.find(code => code === state.code)
      return t('state.refused', { reason: t(`refusal.${known ?? 'other'}`) })
    }
  }
}
