// What a hostile client sends. Each attack is made for one attacker and its victim, and gives what sends message `turn`.
import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { addParagraph, type } from './typing.mjs'

const FOREIGN_ID = 666

/** Few and large, or many and small; in milliseconds between two. */
const SMALL = { messages: 1000, pause: 2 }
const LARGE = { messages: 10, pause: 200 }

export const attacks = {
  /** bytes that are no message at all */
  random: {
    ...SMALL,
    make:
      ({ attacker }) =>
      () =>
        attacker.sendGarbage(randomBytes(1 + Math.floor(Math.random() * 200))),
  },
  /** the beginning of a real update */
  truncated: {
    ...SMALL,
    make: ({ attacker }) => {
      const update = write('hello world')
      return () => attacker.sendUpdate(update.slice(0, 3 + Math.floor(Math.random() * (update.length - 4))))
    },
  },
  /** a well-formed message with random bytes for an update */
  garbage: {
    ...SMALL,
    make:
      ({ attacker }) =>
      () =>
        attacker.sendUpdate(randomBytes(100)),
  },
  /** a real update whose predecessor never comes */
  gap: {
    ...SMALL,
    make:
      ({ attacker }) =>
      turn =>
        attacker.sendUpdate(write('pending', { clientId: 1000 + turn, after: 5 })),
  },
  /** text under the client id of somebody else, continuing what they wrote */
  impostor: {
    ...SMALL,
    messages: 300,
    pause: 10,
    make:
      ({ attacker, victim }) =>
      () =>
        attacker.sendUpdate(writeAs(victim)),
  },
  /** a known event with something else than what belongs in it */
  'wrong-type': {
    ...SMALL,
    make:
      ({ attacker }) =>
      turn =>
        attacker.sendWrongType(turn),
  },
  /** Socket.io only: an event that expects to be acknowledged, without a way to */
  'no-callback': {
    ...SMALL,
    make:
      ({ attacker }) =>
      () =>
        attacker.sendWithoutAcknowledgement(randomBytes(20)),
  },
  /** real edits, as fast as they can be made */
  flood: {
    messages: 20_000,
    pause: 0,
    make:
      ({ attacker }) =>
      () =>
        type(attacker),
  },
  /** a real update of 20 MB */
  giant: {
    ...LARGE,
    make: ({ attacker }) => {
      const update = write('g'.repeat(20e6))
      return () => attacker.sendUpdate(update)
    },
  },
  /** 20 MB of random bytes for an update */
  'giant-garbage': {
    ...LARGE,
    make: ({ attacker }) => {
      const bytes = randomBytes(20e6)
      return () => attacker.sendUpdate(bytes)
    },
  },
}

/** @param {number} after how many characters stand before it, which are not in the update */
function write(text, { clientId = FOREIGN_ID, after = 0 } = {}) {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const paragraph = addParagraph(doc, 'a'.repeat(after))
  const before = after > 0 ? Y.encodeStateVector(doc) : undefined
  paragraph.insert(after, text)
  return Y.encodeStateAsUpdate(doc, before)
}

function writeAs({ doc }) {
  const copy = new Y.Doc()
  const before = Y.encodeStateAsUpdate(doc)
  Y.applyUpdate(copy, before)
  copy.clientID = doc.clientID
  addParagraph(copy, 'not my words')
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVectorFromUpdate(before))
}
