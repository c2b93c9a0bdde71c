// The keystrokes of one long text, as one Yjs update each. They are made by a generator; TRACE=path names a recorded
// trace instead, such as sequential_traces/automerge-paper.json.gz of josephg/editing-traces (259,778 keystrokes).
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import * as Y from 'yjs'
import { randomFrom } from './figures.mjs'
import { addParagraph } from './typing.mjs'

export const ALL_KEYSTROKES = 259_778
const cache = path.resolve(import.meta.dirname, '..', '..', '..', '.cache', 'bench')
/** So many people wrote it, each a turn of so many keystrokes under a client id of their own. */
export const AUTHORS = 20
export const TURN = 280
const FIRST_CLIENT_ID = 4242

/** @returns {{ updates: Uint8Array[], length: number, state: Uint8Array }} the edits, and what they leave */
export function readHistory(count) {
  const trace = process.env.TRACE
  const source = trace ? createHash('sha256').update(fs.readFileSync(trace)).digest('hex').slice(0, 12) : 'generated'
  const file = path.join(cache, `history-${source}-${AUTHORS}-${TURN}-${count}.bin`)
  if (!fs.existsSync(file)) write(file, encode(trace ? recorded(trace) : generated(), count))
  return read(fs.readFileSync(file))
}

function encode(keystrokes, count) {
  const doc = new Y.Doc()
  doc.clientID = FIRST_CLIENT_ID
  const updates = []
  doc.on('update', update => updates.push(update))
  const text = addParagraph(doc, '')
  for (const { at, remove, insert } of keystrokes) {
    if (updates.length >= count) break
    doc.clientID = FIRST_CLIENT_ID + (Math.floor(updates.length / TURN) % AUTHORS)
    doc.transact(() => {
      if (remove) text.delete(at, remove)
      if (insert) text.insert(at, insert)
    })
  }
  return { updates, length: text.length, state: Y.encodeStateAsUpdate(doc) }
}

function* recorded(file) {
  const bytes = fs.readFileSync(file)
  const { txns } = JSON.parse(file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes)
  for (const { patches } of txns) for (const [at, remove, insert] of patches) yield { at, remove, insert }
}

/**
 * Somebody who types runs of some twenty characters, takes three in ten back, and now and then goes elsewhere: mostly
 * nearby, sometimes anywhere, mostly on at the end. As many insertions, deletions and places as in the recorded trace.
 */
function* generated() {
  const random = randomFrom(1)
  const letters = 'eeeeeennnnaaattiirrooddsslgvhkmubpwjczf       '
  let length = 0
  let cursor = 0
  for (;;) {
    const choice = random()
    if (choice < 0.55) cursor = length
    else if (choice < 0.85) cursor = Math.max(0, Math.min(length, cursor + Math.round((random() - 0.5) * 600)))
    else cursor = Math.floor(random() * (length + 1))
    for (let run = Math.ceil(-Math.log(1 - random()) * 21); run > 0; run--) {
      const insert = letters[Math.floor(random() * letters.length)]
      yield { at: cursor++, remove: 0, insert }
      length++
    }
    for (let run = Math.floor(-Math.log(1 - random()) * 9.4); run > 0 && cursor > 0; run--) {
      yield { at: --cursor, remove: 1, insert: '' }
      length--
    }
  }
}

/** Numbers of 32 bits: how many updates, the text's length, then each part after its size; the state comes last. */
function write(file, { updates, length, state }) {
  const parts = [uint32(updates.length), uint32(length)]
  for (const part of [...updates, state]) parts.push(uint32(part.length), part)
  fs.mkdirSync(cache, { recursive: true })
  fs.writeFileSync(`${file}.${process.pid}`, Buffer.concat(parts))
  fs.renameSync(`${file}.${process.pid}`, file)
}

function read(buffer) {
  const parts = []
  for (let at = 8; at < buffer.length; ) {
    const size = buffer.readUInt32LE(at)
    parts.push(new Uint8Array(buffer.subarray(at + 4, at + 4 + size)))
    at += 4 + size
  }
  const state = parts.pop()
  return { updates: parts, length: buffer.readUInt32LE(4), state }
}

function uint32(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
