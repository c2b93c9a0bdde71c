import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Places } from '#app/collab/places'
import { type CollabServer, startCollabServer } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createActor, createGroup } from '#test/support/fixtures'

const place = 'measure:0b9a3c52-1f3e-4a86-9d55-3a4a0a4b7c11'
let database: TestDatabase
let server: CollabServer
let groupId: string

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startCollabServer(database)
  groupId = (await createGroup(database.db)).id
})

afterAll(async () => {
  await server.close()
  await database.drop()
})

const there = async () => (await server.gateway.presence.people(groupId, place)).map(person => person.personId)

test('a place stays entered as long as one part of the page is there', async () => {
  const { personId } = await createActor(database.db, { groupId })
  const places = new Places(await server.connect(personId))
  const leaveHeader = places.enter(place)
  const leaveText = places.enter(place)
  await vi.waitFor(() => expect(places.people(place)?.map(person => person.personId)).toEqual([personId]))

  leaveHeader()
  const leaveNextPage = places.enter(place)
  leaveText()
  expect(await there()).toEqual([personId])

  leaveNextPage()
  await vi.waitFor(async () => expect(await there()).toEqual([]))
  expect(places.people(place)).toBeUndefined()
})

test('whoever comes in later is told, and seen again after the line was lost', async () => {
  const ann = await createActor(database.db, { groupId })
  const ben = await createActor(database.db, { groupId })
  const socket = await server.connect(ann.personId)
  const places = new Places(socket)
  const seen = vi.fn()
  places.subscribe(seen)
  const leave = places.enter(place)
  new Places(await server.connect(ben.personId)).enter(place)
  await vi.waitFor(() => expect(places.people(place)).toHaveLength(2))
  expect(seen).toHaveBeenCalled()

  socket.disconnect()
  await vi.waitFor(async () => expect(await there()).toEqual([ben.personId]))
  socket.connect()
  await vi.waitFor(async () => expect((await there()).sort()).toEqual([ann.personId, ben.personId].sort()))
  leave()
})
