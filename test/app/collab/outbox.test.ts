import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Outbox } from '#app/collab/outbox'
import { MAX_UPDATE_BYTES } from '#server/collab/protocol.shared'

/** Updates of one document, one for each text that is typed at its end. */
function typing(...texts: string[]) {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  for (const text of texts) doc.getText('t').insert(doc.getText('t').length, text)
  return updates
}

function read(...updates: Uint8Array[]) {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

test('counts a burst of typing as one edit, and what comes after a pause as the next', () => {
  const outbox = new Outbox()
  const [first, second, third] = typing('a', 'b', 'c')
  outbox.add(first!, 0)
  outbox.add(second!, 400)
  expect(outbox.edits).toBe(1)
  outbox.add(third!, 2_000)
  expect(outbox.edits).toBe(2)
})

test('hands over everything as one update, and takes it back', () => {
  const outbox = new Outbox()
  for (const update of typing('een', ' twee', ' drie')) outbox.add(update, 0)
  const parcel = outbox.take()!
  expect(read(parcel.update)).toBe('een twee drie')
  expect(outbox.isEmpty).toBe(true)
  outbox.putBack(parcel)
  expect(outbox.edits).toBe(1)
  expect(read(outbox.all!)).toBe('een twee drie')
})

test('splits where it would grow over the limit, in the order of typing', () => {
  const outbox = new Outbox()
  const texts = ['a', 'b', 'c'].map(letter => letter.repeat(MAX_UPDATE_BYTES * 0.6))
  for (const update of typing(...texts)) outbox.add(update, 0)
  const parcels = [outbox.take()!, outbox.take()!, outbox.take()!]
  expect(parcels.every(parcel => parcel.update.length <= MAX_UPDATE_BYTES)).toBe(true)
  expect(read(...parcels.map(parcel => parcel.update))).toBe(texts.join(''))
  expect(outbox.take()).toBeUndefined()
})

test('counts what an earlier visit left until the server said what it lacks', () => {
  const outbox = new Outbox(3)
  expect(outbox.edits).toBe(3)
  outbox.replace(undefined)
  expect(outbox.edits).toBe(0)
})
