import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Actor } from '../auth/actor.shared'
import { type CursorIdentity, MAX_AWARENESS_BYTES } from './protocol.shared'

/** One client's cursor, in the wire format of y-protocols 1.0 (`awareness.js`). `state` is JSON; 'null' says it is gone. */
export interface CursorState {
  clientId: number
  clock: number
  state: string
}

/** A tab has one cursor a document; a few more leave room for a reload. */
const MAX_STATES = 4

/**
 * Reads what a browser says of its cursors and stamps each with who they really are (promise 4).
 * @returns the states, or undefined when the message is garbage
 */
export function stampCursors(update: Uint8Array, actor: Actor): CursorState[] | undefined {
  if (update.length > MAX_AWARENESS_BYTES) return undefined
  try {
    // A copy, so that no length in it can reach into memory beside it.
    const decoder = decoding.createDecoder(Uint8Array.from(update))
    const count = decoding.readVarUint(decoder)
    if (count === 0 || count > MAX_STATES) return undefined
    const states: CursorState[] = []
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (state !== null && (typeof state !== 'object' || Array.isArray(state))) return undefined
      states.push({ clientId, clock, state: JSON.stringify(state && { ...state, user: identify(actor) }) })
    }
    return decoding.hasContent(decoder) ? undefined : states
  } catch {
    return undefined
  }
}

/** @returns the states as one message */
export function encodeCursors(states: CursorState[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const { clientId, clock, state } of states) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return encoding.toUint8Array(encoder)
}

/** The message that takes cursors off everybody's screen. */
export function encodeGone(states: CursorState[]): Uint8Array {
  return encodeCursors(states.map(({ clientId, clock }) => ({ clientId, clock: clock + 1, state: 'null' })))
}

function identify({ personId, name, mandate }: Actor): CursorIdentity {
  return { personId, name, bodyCode: mandate.bodyCode, colour: mandate.colour }
}
