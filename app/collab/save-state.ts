import type { DocumentAccess, RefusalCode } from '#server/collab/protocol.shared'
import type { DocumentSnapshot } from './document-snapshot'

/** What is told next to a text about what was typed in it. *Saved* means that the server acknowledged it. */
export type SaveState =
  | { kind: 'connecting' }
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'sending'; edits: number }
  | { kind: 'offline'; edits: number; keptOnDevice: boolean }
  | { kind: 'offline-clean' }
  | { kind: 'read-only'; access: Exclude<DocumentAccess, 'write'>; reason: string | undefined }
  | { kind: 'no-access'; reason: string | undefined; since: number | undefined; edits: number; keptOnDevice: boolean }
  | { kind: 'refused'; code: RefusalCode; edits: number; keptOnDevice: boolean }

/** The one state to show, the most serious first. */
export function saveState(snapshot: DocumentSnapshot): SaveState {
  const { access, accessReason: reason, unsaved: edits, keptOnDevice } = snapshot
  if (access === 'none') return { kind: 'no-access', reason, since: snapshot.accessLostAt, edits, keptOnDevice }
  if (snapshot.refused) return { kind: 'refused', code: snapshot.refused, edits, keptOnDevice }
  if (snapshot.connection === 'offline') {
    return edits > 0 ? { kind: 'offline', edits, keptOnDevice } : { kind: 'offline-clean' }
  }
  if (!snapshot.synced && edits === 0) return { kind: 'connecting' }
  if (access !== 'write') return { kind: 'read-only', access, reason }
  if (edits === 0) return { kind: 'saved' }
  return snapshot.catchingUp || !snapshot.synced ? { kind: 'sending', edits } : { kind: 'saving' }
}
