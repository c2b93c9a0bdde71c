import type { PersonHere } from '#server/collab/protocol.shared'
import { getSocket, type LiveSocket } from './socket'

/** Long enough that the next page of somebody who walks on has entered before this one leaves. */
const LEAVE_AFTER_MS = 200

interface Place {
  users: number
  people: PersonHere[] | undefined
  leaving: ReturnType<typeof setTimeout> | undefined
}

/** The places where this tab is: entered once however many parts of a page ask, and again after every reconnection. */
export class Places {
  private readonly places = new Map<string, Place>()
  private readonly listeners = new Set<() => void>()

  constructor(private readonly socket: LiveSocket) {
    socket.on('connect', () => {
      for (const name of this.places.keys()) this.announce(name)
    })
    socket.on('presence:changed', ({ place, people }) => this.tell(place, people))
  }

  /** @returns who is there; undefined as long as the server has not said so */
  people(name: string): PersonHere[] | undefined {
    return this.places.get(name)?.people
  }

  /** @returns the function that leaves */
  enter(name: string): () => void {
    const known = this.places.get(name)
    const place = known ?? { users: 0, people: undefined, leaving: undefined }
    clearTimeout(place.leaving)
    place.users++
    if (!known) {
      this.places.set(name, place)
      if (this.socket.connected) this.announce(name)
    }
    return () => this.leave(name, place)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private announce(name: string) {
    this.socket.emit('presence:enter', { place: name }, answer => {
      if (answer.ok) this.tell(name, answer.people)
    })
  }

  private leave(name: string, place: Place) {
    place.users--
    if (place.users > 0) return
    place.leaving = setTimeout(() => {
      this.places.delete(name)
      if (this.socket.connected) this.socket.emit('presence:leave', { place: name }, () => {})
    }, LEAVE_AFTER_MS)
  }

  private tell(name: string, people: PersonHere[]) {
    const place = this.places.get(name)
    if (!place) return
    place.people = people
    for (const listener of this.listeners) listener()
  }
}

const placesOfSocket = new WeakMap<LiveSocket, Places>()

/** The places of this tab's connection. */
export function getPlaces(): Places {
  const socket = getSocket()
  const places = placesOfSocket.get(socket) ?? new Places(socket)
  placesOfSocket.set(socket, places)
  return places
}
