import { adapterOf, peers } from '../peers.mjs'
import { within } from './figures.mjs'
import { startServer } from './server.mjs'
import { makeStore } from './store.mjs'

/** What a workload plays on: one peer with an empty store, its server, the clients that were opened. */
export async function openStage(job) {
  const peer = peers[job.peer]
  const Adapter = await adapterOf(peer)
  const store = await makeStore(peer.store)
  const clients = []
  let server

  return {
    job,
    peer,
    Adapter,
    store,
    clients,
    /** Starts the server over what its store holds. */
    async boot(documents = 1) {
      server = await startServer(peer, { store, documents, profile: job.profile, onNode24: job.node24 })
      return server
    },
    /** Opens a client of a document, and waits until it has the text unless `eager`. */
    async open(number, { eager = false, ...options } = {}) {
      const client = new Adapter(server, number, options)
      clients.push(client)
      if (!eager) await within(client.synced, 10_000)
      return client
    },
    closeClients() {
      for (const client of clients.splice(0)) client.close()
    },
    async strike() {
      for (const client of clients.splice(0)) client.close()
      await server?.stop()
      await store.remove()
    },
  }
}
