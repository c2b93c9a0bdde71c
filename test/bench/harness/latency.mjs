import { clockOf, runsOf } from './typing.mjs'

/** How long each edit takes to reach those who look on: clients that read what they receive. */
export class LatencyWatch {
  latencies = []
  /** edits on their way to a watcher, one for each */
  outstanding = 0
  #sentAt = new Map()
  #watchers = new Map()
  #isMeasuring = false

  /** @param {number} number of a document that one more watcher looks at */
  addWatcher(number) {
    this.#watchers.set(number, (this.#watchers.get(number) ?? 0) + 1)
  }

  start() {
    this.#isMeasuring = true
  }

  /** What was seen since the last time. */
  take() {
    return this.latencies.splice(0)
  }

  /** To be called right before a client types. */
  sending(client) {
    if (!this.#isMeasuring) return
    const clientId = client.doc.clientID
    if (!this.#sentAt.has(clientId)) this.#sentAt.set(clientId, new Map())
    this.#sentAt.get(clientId).set(clockOf(client), performance.now())
    this.outstanding += (this.#watchers.get(client.number) ?? 0) - (client.isWatcher ? 1 : 0)
  }

  /** A watcher received an update. */
  received = (update, watcher) => {
    const now = performance.now()
    for (const [clientId, clock, length] of runsOf(update)) {
      if (clientId === watcher.doc.clientID) continue
      const sentAt = this.#sentAt.get(clientId)
      if (!sentAt) continue
      for (let at = clock; at < clock + length; at++) {
        const time = sentAt.get(at)
        if (time === undefined) continue
        this.latencies.push(now - time)
        this.outstanding--
      }
    }
  }
}
