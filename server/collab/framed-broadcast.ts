import type { Socket as TcpSocket } from 'node:net'
import type { Socket as EngineSocket } from 'engine.io'
import type { CollabServer, CollabSocket } from './sockets'

/** What the Socket.io server has and its types keep to itself. */
interface Internals {
  encoder: { encode(packet: { type: number; nsp: string; data: unknown[] }): [string, ...Buffer[]] }
}
interface Client {
  conn: Connection
  writeToEngine(packets: [string, ...Buffer[]], options: object): void
}
type Connection = Omit<EngineSocket, 'transport'> & {
  readyState: string
  writeBuffer: unknown[]
  write(data: Buffer, options: object): void
  transport: { name: string; writable: boolean; socket?: { readyState: number; _socket?: TcpSocket } }
}

const EVENT = 2
const TEXT = 0x81
const BINARY = 0x82
/** Of a WebSocket. */
const OPEN = 1

/**
 * Sends an event with bytes to sockets of this node. Socket.io encodes it once, but frames it for every receiver anew and
 * writes a message with bytes in two goes; here all frames are made once and go out in one write. What a receiver gets
 * is what Socket.io's own parser would have sent. Over long polling it is Socket.io that sends.
 * @param volatile whoever cannot take it at once may miss it
 */
export function broadcastFramed(
  io: CollabServer,
  sockets: Iterable<CollabSocket>,
  event: string,
  message: object,
  volatile = false,
): void {
  let packets: [string, ...Buffer[]] | undefined
  let data: Buffer | undefined
  for (const socket of sockets) {
    packets ??= (io as unknown as Internals).encoder.encode({ type: EVENT, nsp: '/', data: [event, message] })
    data ??= frames(packets)
    const client = socket.client as unknown as Client
    const { transport } = client.conn
    const line = idleLine(client.conn)
    if (volatile && (line ? line.writableLength > 0 : !transport.writable)) continue
    if (line) line.write(data)
    // A connection that is a WebSocket stays one, so what waits in its queue is never sent another way.
    else if (transport.name === 'websocket') client.conn.write(data, { wsPreEncodedFrame: [data] })
    else client.writeToEngine(packets, { preEncoded: true, volatile })
  }
}

/**
 * The TCP connection under a WebSocket, where nothing waits above it: then the frames may go straight to it, which is half
 * the work, and keep their place. Otherwise they might come between the frames of a message that is half way.
 */
function idleLine({ readyState, transport, writeBuffer }: Connection): TcpSocket | undefined {
  if (readyState !== 'open' || transport.name !== 'websocket' || !transport.writable) return undefined
  return writeBuffer.length === 0 && transport.socket?.readyState === OPEN ? transport.socket._socket : undefined
}

/** One text frame and a binary frame for each attachment (RFC 6455, 5.2); "4" is Engine.IO's "message". */
function frames([text, ...attachments]: [string, ...Buffer[]]): Buffer {
  const head = Buffer.from(`4${text}`)
  return Buffer.concat([
    header(TEXT, head.length),
    head,
    ...attachments.flatMap(bytes => [header(BINARY, bytes.length), bytes]),
  ])
}

function header(kind: number, length: number): Buffer {
  if (length < 126) return Buffer.from([kind, length])
  const long = length > 0xffff
  const bytes = Buffer.alloc(long ? 10 : 4)
  bytes[0] = kind
  bytes[1] = long ? 127 : 126
  if (long) bytes.writeBigUInt64BE(BigInt(length), 2)
  else bytes.writeUInt16BE(length, 2)
  return bytes
}
