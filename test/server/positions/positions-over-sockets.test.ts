import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveDraftInput } from '#server/positions/position.shared'
import { savePositionDraft } from '#server/positions/save-position-draft'
import { type CollabServer, startCollabServer, type TestSocket } from '#test/support/collab-server'
import { createTestDatabase, type TestDatabase } from '#test/support/database'
import { createMandate } from '#test/support/fixtures'
import { createPositionRoom, type PositionRoom } from './position-room'

let database: TestDatabase
let server: CollabServer
let room: PositionRoom
let roundId: string

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startCollabServer(database)
  room = await createPositionRoom(database)
  roundId = await room.open()
})

afterAll(async () => {
  await server.close()
  await database.drop()
})

const place = () => `position-round:${roundId}`
const stateVector = Uint8Array.of(0)

/** Everything that a connection is told, as it came. */
function listen(socket: TestSocket): unknown[][] {
  const told: unknown[][] = []
  socket.onAny((...message) => told.push(message))
  return told
}

/** Comes to look at the round. @returns everything that the connection is told from then on */
async function watch(personId: string) {
  const socket = await server.connect(personId)
  const told = listen(socket)
  expect(await socket.emitWithAck('presence:enter', { place: place() })).toMatchObject({ ok: true })
  return { socket, told }
}

const activities = (told: unknown[][]) => told.filter(([event]) => event === 'activity').map(([, message]) => message)

test.each([
  ['coordinator', 'write'],
  ['editor', 'write'],
  ['forSport', 'comment'],
  ['forYouth', 'comment'],
  ['former', 'read'],
  ['observer', 'read'],
] as const)('the text that is asked about: %s may %s', async (role, access) => {
  const socket = await server.connect(room[role].personId)
  const { documentId } = room
  expect(await socket.emitWithAck('document:join', { documentId, stateVector })).toMatchObject({ ok: true, access })
  const answer = await socket.emitWithAck('document:update', { documentId, update: Uint8Array.of(0, 0) })
  if (access === 'write') expect(answer).not.toMatchObject({ code: 'forbidden' })
  else expect(answer).toMatchObject({ ok: false, code: 'forbidden' })
})

test('who is of another group finds neither the text nor what happens to the round; who has no mandate any more does not connect', async () => {
  const { socket, told } = await watch(room.stranger.personId)
  expect(await socket.emitWithAck('document:join', { documentId: room.documentId, stateVector })).toMatchObject({
    code: 'not-found',
  })
  const observer = await watch(room.observer.personId)
  await room.take(room.forYouth, roundId, room.youth.id)
  await expect.poll(() => activities(observer.told)).toHaveLength(1)
  expect(activities(told)).toEqual([])

  const { personId } = await createMandate(database.db, {
    ...{ groupId: room.coordinator.groupId, bodyId: room.sport.id },
    ...{ role: 'representative' as const, endsOn: '2021-01-01' },
  })
  await expect(server.connect(personId)).rejects.toThrow()
})

test('what a body prepares reaches nobody over a socket: everybody hears only that the round changed', async () => {
  const watching = await Promise.all(
    (['colleague', 'forYouth', 'coordinator', 'observer', 'former'] as const).map(role => watch(room[role].personId)),
  )
  const input = saveDraftInput.parse({
    ...{ roundId, measureId: room.measureId, bodyId: room.sport.id },
    ...{ stance: 'object', reason: 'Dit weet alleen sport', conditions: [{ text: 'En dit ook' }] },
  })
  await database.db.transaction().execute(trx => savePositionDraft(trx, room.forSport, input))
  for (const { told } of watching) {
    await expect.poll(() => activities(told)).toEqual([{ topic: place(), id: expect.any(Number) }])
    expect(JSON.stringify(told)).not.toMatch(/object|alleen sport|dit ook/)
  }
  const draftsOf = async (role: 'colleague' | 'forYouth' | 'coordinator' | 'observer' | 'former') =>
    (await room.read(roundId, room[role])).drafts.length
  expect(await draftsOf('colleague')).toBe(1)
  for (const role of ['forYouth', 'coordinator', 'observer', 'former'] as const) expect(await draftsOf(role)).toBe(0)
})

test('whose mandate ends while they look on hears no more of the round', async () => {
  const leaver = await createMandate(database.db, {
    groupId: room.coordinator.groupId,
    bodyId: room.youth.id,
    role: 'representative',
  })
  const { socket, told } = await watch(leaver.personId)
  const observer = await watch(room.observer.personId)
  const gone = new Promise(resolve => socket.once('disconnect', resolve))
  await database.db.updateTable('mandate').set({ endsOn: '2021-01-01' }).where('id', '=', leaver.id).execute()
  await gone
  const before = activities(told).length
  await room.take(room.forSport, roundId, room.sport.id)
  await expect.poll(() => activities(observer.told)).not.toEqual([])
  expect(activities(told)).toHaveLength(before)
})
