import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import type { CommittedBatch } from '../documents/document-store'
import { broadcastFramed } from './framed-broadcast'
import type { ServerToClientEvents } from './protocol.shared'
import { type CollabServer, localSockets, type SocketData } from './sockets'

type Message<Event extends keyof ServerToClientEvents> = Parameters<ServerToClientEvents[Event]>[0]

/** How long other nodes may take to say who is where, in milliseconds. */
const PATIENCE = 1000

/**
 * The nodes that serve the same people: this one, and with Redis others. What is for sockets of this node goes to them at
 * once, whatever Redis does; other nodes are told beside it, and pass it on to theirs.
 */
export class Cluster {
  private constructor(
    private readonly io: CollabServer,
    private readonly hasOthers: boolean,
    /** Leaves the others; to be called after the sockets are closed. */
    readonly close: () => Promise<void>,
  ) {
    io.on('relay', (room, event, message) => this.emitHere(room, event, message as never))
  }

  /**
   * @param redisUrl where the nodes meet; without it this one is alone
   * @param returned Redis is reachable again after it was not: what other nodes told meanwhile may not have been heard
   */
  static join(io: CollabServer, redisUrl: string | undefined, returned: () => void): Cluster {
    if (!redisUrl) return new Cluster(io, false, async () => {})
    const redis = createClient({
      url: redisUrl,
      socket: { reconnectStrategy: attempt => Math.min(2000, 50 * attempt) },
    })
    let isLost = false
    redis.on('error', error => {
      if (!isLost) console.error('Redis does not answer; this node goes on alone:', error.message)
      isLost = true
    })
    redis.on('ready', () => {
      if (isLost) returned()
      isLost = false
    })
    // The adapter does not wait for what it publishes, and a rejection that nobody waits for ends the process. What is
    // lost with the line is found again in the log.
    const publish = redis.publish.bind(redis)
    Object.assign(redis, { publish: (channel: string, message: string) => publish(channel, message).catch(() => 0) })
    // Not awaited: without Redis a node starts and works, for the people who are connected to it.
    redis.connect().catch(() => {})
    io.adapter(createAdapter(redis))
    return new Cluster(io, true, async () => redis.destroy())
  }

  /**
   * Tells all sockets of a room, on every node.
   * @param how `except`: the socket, of this node, that knows already; `volatile`: whoever is slow may miss it
   */
  emit<Event extends keyof ServerToClientEvents>(
    room: string,
    event: Event,
    message: Message<Event>,
    how: { except?: string; volatile?: boolean } = {},
  ): void {
    this.emitHere(room, event, message, how)
    if (this.hasOthers) this.io.serverSideEmit('relay', room, event, message)
  }

  /** Tells the sockets of a room on this node. */
  emitHere<Event extends keyof ServerToClientEvents>(
    room: string,
    event: Event,
    message: Message<Event>,
    { except, volatile = false }: { except?: string | undefined; volatile?: boolean } = {},
  ): void {
    const receivers = localSockets(this.io, room).filter(socket => socket.id !== except)
    broadcastFramed(this.io, receivers, event, message, volatile)
  }

  /** Tells other nodes what was stored. */
  tellCommitted(batch: CommittedBatch): void {
    if (this.hasOthers) this.io.serverSideEmit('committed', batch)
  }

  /** Asks other nodes to show a newcomer the cursors of their sockets. */
  askCursors(documentId: string, socketId: string): void {
    if (this.hasOthers) this.io.serverSideEmit('show-cursors', documentId, socketId)
  }

  /** @returns what is known of the sockets in a room, on every node; of this one alone when the others do not answer */
  async inRoom(room: string): Promise<SocketData[]> {
    const here = localSockets(this.io, room).map(socket => socket.data)
    if (!this.hasOthers) return here
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<SocketData[]>(resolve => {
      timer = setTimeout(() => resolve(here), PATIENCE)
    })
    const asked = this.io.timeout(PATIENCE).in(room).fetchSockets()
    const everywhere = asked.then(sockets => sockets.map(socket => socket.data))
    return Promise.race([everywhere, late])
      .catch(() => here)
      .finally(() => clearTimeout(timer))
  }
}
