import { expect, test } from 'vitest'
import { type DocumentSnapshot, isEditable, unknownYet } from '#app/collab/document-snapshot'
import { saveState } from '#app/collab/save-state'

const joined: DocumentSnapshot = { ...unknownYet, connection: 'online', access: 'write', synced: true, loaded: true }
const kindOf = (part: Partial<DocumentSnapshot>) => saveState({ ...joined, ...part }).kind

test('nothing is said to be saved before the server was reached and has everything', () => {
  expect(saveState(unknownYet)).toEqual({ kind: 'connecting' })
  expect(kindOf({})).toBe('saved')
  expect(kindOf({ unsaved: 1, inFlight: true })).toBe('saving')
  expect(kindOf({ unsaved: 1 })).toBe('saving')
  expect(kindOf({ synced: false })).toBe('connecting')
  expect(kindOf({ synced: false, unsaved: 2 })).toBe('sending')
  expect(saveState({ ...joined, unsaved: 3, catchingUp: true })).toEqual({ kind: 'sending', edits: 3 })
})

test('without a connection it says whether the device has what the server has not', () => {
  const offline = { connection: 'offline', synced: false } as const
  expect(kindOf(offline)).toBe('offline-clean')
  expect(saveState({ ...joined, ...offline, unsaved: 2, keptOnDevice: true })).toEqual({
    kind: 'offline',
    edits: 2,
    keptOnDevice: true,
  })
})

test('who may not write reads, and is told why that changed', () => {
  expect(saveState({ ...joined, access: 'comment' })).toEqual({
    kind: 'read-only',
    access: 'comment',
    reason: undefined,
  })
  expect(saveState({ ...joined, access: 'read', accessReason: 'rights-changed' })).toMatchObject({
    reason: 'rights-changed',
  })
})

test('a refusal goes before everything but the end of access', () => {
  const refused = { refused: 'too-large', unsaved: 1 } as const
  expect(saveState({ ...joined, ...refused, connection: 'offline' })).toMatchObject({
    kind: 'refused',
    code: 'too-large',
  })
  expect(kindOf({ ...refused, access: 'none', accessReason: 'rights-changed' })).toBe('no-access')
})

test('typing makes sense once there is a text, and while it can still be sent one day', () => {
  expect(isEditable(joined)).toBe(true)
  expect(isEditable({ ...joined, connection: 'offline', synced: false })).toBe(true)
  expect(isEditable({ ...joined, refused: 'too-large' })).toBe(true)
  expect(isEditable({ ...joined, loaded: false })).toBe(false)
  expect(isEditable({ ...joined, access: 'comment' })).toBe(false)
  expect(isEditable({ ...joined, refused: 'foreign-client-id' })).toBe(false)
})
