import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate } from '#server/documents/judge-update'

const nobody = new Map<number, string | null>()

/** A text with everything Yjs can hold in it, and the updates with which somebody then went on writing. */
function example() {
  const start = new Y.Doc()
  start.getText('text').insert(0, 'hallo é 😀')
  start.getText('text').delete(1, 2)
  start.getText('text').format(0, 2, { bold: true })
  start.getText('text').insertEmbed(0, { image: 1 })
  start.getMap('map').set('key', { a: [1, 2.5, null, true, 'q', new Uint8Array(3)] })
  start.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')])
  const later = new Y.Doc()
  Y.applyUpdate(later, Y.encodeStateAsUpdate(start))
  const updates: Uint8Array[] = []
  later.on('update', update => updates.push(update))
  later.getText('text').insert(3, 'xyz')
  later.getText('text').insert(2, 'q')
  later.getText('text').delete(0, 4)
  return { start, later, updates, vector: Y.decodeStateVector(Y.encodeStateVector(start)) }
}

test('updates that follow each other are taken, and their first client id is claimed', () => {
  const { later, updates, vector } = example()
  const owners = new Map(nobody)
  for (const update of updates) {
    const verdict = judgeUpdate(update, 'ann', vector, owners)
    if (!verdict.ok) throw new Error(verdict.code)
    for (const { client, to } of verdict.advances) vector.set(client, to)
    for (const client of verdict.claims) owners.set(client, 'ann')
  }
  expect(vector).toEqual(Y.decodeStateVector(Y.encodeStateVector(later)))
  expect(owners).toEqual(new Map([[later.clientID, 'ann']]))
})

test('an update that skips one, or deletes what is not there, lacks a dependency', () => {
  const { updates, vector } = example()
  expect(judgeUpdate(updates[1]!, 'ann', vector, nobody)).toEqual({ ok: false, code: 'missing-dependency' })
  const stranger = new Y.Doc()
  stranger.getText('text').insert(0, 'abc')
  const known = Y.encodeStateVector(stranger)
  stranger.getText('text').delete(0, 1)
  const deletion = Y.encodeStateAsUpdate(stranger, known)
  expect(judgeUpdate(deletion, 'ann', vector, nobody)).toEqual({ ok: false, code: 'missing-dependency' })
})

test("new text under somebody else's client id is refused, known text of theirs is not stored again", () => {
  const { start, later, updates, vector } = example()
  const owners = new Map([[later.clientID, 'ben']])
  expect(judgeUpdate(updates[0]!, 'ann', vector, owners)).toEqual({ ok: false, code: 'foreign-client-id' })

  const everything = judgeUpdate(Y.encodeStateAsUpdate(start), 'ann', vector, new Map([[start.clientID, 'ben']]))
  if (!everything.ok || !everything.update) throw new Error('refused')
  expect(everything.advances).toEqual([])
  expect(Y.decodeUpdate(everything.update).structs).toEqual([])
})

test('a second telling of known text cannot change it', () => {
  const honest = new Y.Doc()
  honest.getText('text').insert(0, 'ja')
  const forged = new Y.Doc()
  forged.clientID = honest.clientID
  forged.getText('text').insert(0, 'nee')
  const vector = Y.decodeStateVector(Y.encodeStateVector(honest))
  const verdict = judgeUpdate(Y.encodeStateAsUpdate(forged), 'ann', vector, new Map([[honest.clientID, 'ann']]))
  if (!verdict.ok || !verdict.update) throw new Error('refused')
  const merged = Y.mergeUpdates([verdict.update, Y.encodeStateAsUpdate(honest)])
  const read = new Y.Doc()
  Y.applyUpdate(read, merged)
  expect(read.getText('text').toString().slice(0, 2)).toBe('ja')
})

test('whatever garbage is let through, Yjs takes without an error and without waiting for more', () => {
  const { start, updates, vector } = example()
  const bases: [Uint8Array, Y.Doc | undefined][] = [
    [Y.encodeStateAsUpdate(start), undefined],
    [Y.mergeUpdates(updates), start],
  ]
  const random = seeded(20161118)
  let refused = 0
  for (let round = 0; round < 10_000; round++) {
    const [base, before] = bases[round % 2]!
    const garbage = base.slice(0, round % 7 === 0 ? Math.floor(random() * base.length) : base.length)
    for (let byte = 0; byte <= round % 4; byte++) garbage[Math.floor(random() * garbage.length)] = random() * 256
    const verdict = judgeUpdate(garbage, 'ann', before ? vector : new Map(), nobody)
    if (!verdict.ok) refused++
    if (!verdict.ok || !verdict.update) continue
    const document = new Y.Doc()
    if (before) Y.applyUpdate(document, Y.encodeStateAsUpdate(before))
    Y.applyUpdate(document, verdict.update)
    expect(document.store.pendingStructs).toBeNull()
    expect(document.store.pendingDs).toBeNull()
  }
  expect(refused).toBeGreaterThan(5000)
})

test('a hundred bytes that claim to be millions of things are refused', () => {
  const many = new Uint8Array(100).fill(255)
  expect(judgeUpdate(many, 'ann', new Map(), nobody)).toEqual({ ok: false, code: 'malformed' })
  const claim = Uint8Array.from([1, 255, 255, 255, 127, 1, 0, ...new Array(93).fill(0)])
  expect(judgeUpdate(claim, 'ann', new Map(), nobody)).toEqual({ ok: false, code: 'malformed' })
})

/** mulberry32: the same numbers at every run */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
