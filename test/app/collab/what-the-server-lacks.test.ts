import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { whatTheServerLacks } from '#app/collab/what-the-server-lacks'

/** What the server answers to a client that has `vector`. */
function answer(server: Y.Doc, client: Y.Doc) {
  const update = Y.encodeStateAsUpdate(server, Y.encodeStateVector(client))
  return { update, stateVector: Y.encodeStateVector(server) }
}

function pair() {
  const server = new Y.Doc({ gc: false })
  server.getText('default').insert(0, 'Een twee drie vier')
  server.getText('default').delete(4, 5)
  const client = new Y.Doc()
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
  return { server, client, text: client.getText('default') }
}

test('nothing, when the server has every struct and every deletion', () => {
  const { server, client } = pair()
  expect(whatTheServerLacks(client, answer(server, client))).toBeUndefined()
})

test('new text and new deletions, and no deletion that the server knows', () => {
  const { server, client, text } = pair()
  text.insert(text.length, ' vijf')
  text.delete(0, 4)
  const lacking = whatTheServerLacks(client, answer(server, client))!
  const { structs, ds } = Y.decodeUpdate(lacking)
  expect(structs.map(struct => struct.id.client)).toEqual([client.clientID])
  expect([...ds.clients.values()].flat()).toEqual([{ clock: 0, len: 4 }])
  Y.applyUpdate(server, lacking)
  expect(server.getText('default').toString()).toBe('drie vier vijf')
  expect(whatTheServerLacks(client, answer(server, client))).toBeUndefined()
})

test('only the part of a deletion that is news', () => {
  const { server, client, text } = pair()
  text.delete(0, text.length)
  const lacking = whatTheServerLacks(client, answer(server, client))!
  const { structs, ds } = Y.decodeUpdate(lacking)
  expect(structs).toEqual([])
  expect([...ds.clients.values()].flat()).toEqual([
    { clock: 0, len: 4 },
    { clock: 9, len: 9 },
  ])
  Y.applyUpdate(server, lacking)
  expect(server.getText('default').toString()).toBe('')
})
