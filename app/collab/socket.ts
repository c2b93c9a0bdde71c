import { io, type Socket } from 'socket.io-client'
import type { ClientToServerEvents, ServerToClientEvents } from '#server/collab/protocol.shared'

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>

declare global {
  interface Window {
    samenspraakSocket?: LiveSocket
  }
}

/**
 * The one connection of this tab, made when first asked for; in a browser only. It is kept on the window, so that a
 * module that is loaded again finds the same.
 */
export function getSocket(): LiveSocket {
  window.samenspraakSocket ??= open()
  return window.samenspraakSocket
}

function open(): LiveSocket {
  const socket: LiveSocket = io({
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
    randomizationFactor: 0.5,
  })
  // Socket.io comes back by itself after a lost line, not after a refusal or a dismissal by the server.
  const comeBack = () =>
    setTimeout(() => socket === window.samenspraakSocket && socket.connect(), 2_000 + Math.random() * 3_000)
  socket.on('connect_error', error => {
    if (!socket.active && !isTurnedAway(error)) comeBack()
  })
  socket.on('disconnect', reason => {
    if (reason === 'io server disconnect') comeBack()
  })
  // The line is back: no need to sit out the wait.
  window.addEventListener('online', () => {
    if (socket === window.samenspraakSocket && !socket.connected) socket.disconnect().connect()
  })
  return socket
}

/** The server knows who asks, and lets nobody in under that session (server/collab/handshake.ts). */
export const isTurnedAway = ({ message }: Error) => message === 'unauthenticated' || message === 'no-mandate'

/** Ends the connection: whoever signs in next on this tab gets one under their own name. */
export function closeSocket(): void {
  const socket = window.samenspraakSocket
  window.samenspraakSocket = undefined
  socket?.disconnect()
}
