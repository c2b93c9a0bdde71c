import type { Actor } from '../auth/actor.shared'
import type { Cluster } from './cluster'
import type { PersonHere } from './protocol.shared'
import { type CollabSocket, placeRoom } from './sockets'

/** Changes of a place are told together, at most so often (milliseconds). */
const TOGETHER = 100
const MAX_PLACES = 20
const PLACE = /^[a-z-]{1,20}(:[0-9a-f-]{1,40})?$/

/** Who is where: which people look at a record now, on this node or another. */
export class Presence {
  private readonly telling = new Map<string, NodeJS.Timeout>()

  constructor(private readonly cluster: Cluster) {}

  /** @returns one entry a person, in a steady order */
  async people(groupId: string, place: string): Promise<PersonHere[]> {
    const people = new Map<string, PersonHere>()
    for (const { actor } of await this.cluster.inRoom(placeRoom(groupId, place))) {
      people.set(actor.personId, describe(actor))
    }
    return [...people.values()].sort((a, b) => a.bodyCode.localeCompare(b.bodyCode) || a.name.localeCompare(b.name))
  }

  /** @returns the people there, or undefined when the place cannot be entered */
  async enter(socket: CollabSocket, place: unknown): Promise<PersonHere[] | undefined> {
    const { data } = socket
    if (typeof place !== 'string' || !PLACE.test(place)) return undefined
    if (!data.places.includes(place)) {
      if (data.places.length >= MAX_PLACES) return undefined
      data.places.push(place)
      await socket.join(placeRoom(data.actor.groupId, place))
      this.announce(data.actor.groupId, place)
    }
    return this.people(data.actor.groupId, place)
  }

  async leave(socket: CollabSocket, place: unknown): Promise<void> {
    const { data } = socket
    if (typeof place !== 'string' || !data.places.includes(place)) return
    data.places = data.places.filter(other => other !== place)
    await socket.leave(placeRoom(data.actor.groupId, place))
    this.announce(data.actor.groupId, place)
  }

  /** A connection is gone, and with it a tab, at all its places. */
  gone({ data }: CollabSocket): void {
    for (const place of data.places) this.announce(data.actor.groupId, place)
  }

  close(): void {
    for (const timer of this.telling.values()) clearTimeout(timer)
    this.telling.clear()
  }

  private announce(groupId: string, place: string): void {
    const room = placeRoom(groupId, place)
    if (this.telling.has(room)) return
    const tell = async () => {
      this.telling.delete(room)
      this.cluster.emit(room, 'presence:changed', { place, people: await this.people(groupId, place) })
    }
    this.telling.set(
      room,
      setTimeout(
        () => tell().catch(error => console.error(`presence at ${place} could not be told:`, error)),
        TOGETHER,
      ),
    )
  }
}

function describe({ personId, name, mandate }: Actor): PersonHere {
  const { role, bodyCode, bodyName, colour } = mandate
  return { personId, name, role, bodyCode, bodyName, colour }
}
