import type * as Y from 'yjs'

/** A client id belongs to whoever wrote with it first, so an edit of the server's needs one that nobody has. */
export function unusedClientId(text: Y.Doc, owners: Map<number, string | null>): number {
  let { clientID } = text
  while (owners.has(clientID) || text.store.clients.has(clientID)) clientID++
  return clientID
}
