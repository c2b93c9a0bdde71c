import type { DocumentAccess, RefusalCode } from '#server/collab/protocol.shared'

/** What is known at this moment of a text that is open. */
export interface DocumentSnapshot {
  connection: 'connecting' | 'online' | 'offline'
  access: DocumentAccess | 'none'
  /** why access is what it is, in the server's word for code */
  accessReason: string | undefined
  /** when access was lost, in milliseconds */
  accessLostAt: number | undefined
  /** joined on this connection: what is shown is what the server has, and more only if `unsaved` */
  synced: boolean
  /** there is a text to show: it was joined once, or it was kept on this device */
  loaded: boolean
  /** edits that the server has not acknowledged */
  unsaved: number
  inFlight: boolean
  /** edits made while there was no connection are being sent */
  catchingUp: boolean
  /** edits outlive a closed tab */
  keptOnDevice: boolean
  refused: RefusalCode | undefined
}

export const unknownYet: DocumentSnapshot = {
  connection: 'connecting',
  access: 'read',
  accessReason: undefined,
  accessLostAt: undefined,
  synced: false,
  loaded: false,
  unsaved: 0,
  inFlight: false,
  catchingUp: false,
  keptOnDevice: false,
  refused: undefined,
}

/** Access that ended with the session, not with a right: whoever signs in again has it back. */
export const isEndOfSession = (reason: string | undefined) => reason === 'unauthenticated' || reason === 'session-ended'

/** Whether typing makes sense: it may be refused for its size alone, which more typing (or undoing) can mend. */
export const isEditable = ({ access, loaded, refused }: DocumentSnapshot) =>
  access === 'write' && loaded && (refused === undefined || refused === 'too-large')
