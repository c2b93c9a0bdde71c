import { textAccess } from '../documents/document-access'
import type { DocumentLookup } from '../documents/document-lookup'
import type { DocumentStore } from '../documents/document-store'
import { type Cursors, cursorLimit } from './cursors'
import type { PersonLimits } from './person-limits'
import { type JoinAnswer, MAX_UPDATE_BYTES, type Refusal, type RefusalCode } from './protocol.shared'
import { RateLimit } from './rate-limit'
import { markClosed, type Rights } from './rights'
import { type CollabSocket, documentRoom } from './sockets'

/** What the events of documents work with. */
export interface DocumentEvents {
  lookup: DocumentLookup
  store: DocumentStore
  rights: Rights
  cursors: Cursors
  people: PersonLimits
}

/** A fast typist makes some 15 edits a second; a browser that comes back sends them as one. */
const EDITS = { perSecond: 60, burst: 300 }
const READS = { perSecond: 10, burst: 100 }
const MAX_DOCUMENTS = 50
/** So many refusals in one go are no accident. */
const OFFENCES = { perSecond: 2, burst: 100 }
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Answers what a connection asks about documents. Everything that comes in is checked here before it goes further. */
export function answerDocumentEvents(socket: CollabSocket, events: DocumentEvents): void {
  const { lookup, store, rights, cursors, people } = events
  const edits = new RateLimit(EDITS.perSecond, EDITS.burst)
  const reads = new RateLimit(READS.perSecond, READS.burst)
  const offences = new RateLimit(OFFENCES.perSecond, OFFENCES.burst)
  const cursorMoves = cursorLimit()
  const { data } = socket
  const { personId } = data.actor
  const inAll = people.enter(personId)
  socket.on('disconnect', () => people.leave(personId))

  const refuse = (code: RefusalCode): Refusal => {
    if (!offences.take()) socket.disconnect()
    return { ok: false, code, message: messages[code] }
  }

  async function join(input: unknown): Promise<JoinAnswer | Refusal> {
    const message = parse(input, 'stateVector')
    if (!message || message.bytes.length > MAX_UPDATE_BYTES) return refuse('malformed')
    if (!reads.take() || !inAll.reads.take()) return refuse('too-many')
    if (!(await rights.hold(socket))) return refuse('unauthenticated')
    const { documentId } = message
    const found = await lookup.find(documentId)
    if (found?.groupId !== data.actor.groupId) return refuse('not-found')
    if (!(documentId in data.documents) && Object.keys(data.documents).length >= MAX_DOCUMENTS)
      return refuse('too-many')
    const isNew = !(documentId in data.documents)
    // Listening comes before reading: what is committed in between arrives twice rather than never.
    await socket.join(documentRoom(documentId))
    const access = textAccess(data.actor, found)
    data.documents[documentId] = access
    markClosed(socket, documentId, found.isClosed)
    try {
      const answer = await store.read(documentId, found.seq, message.bytes)
      if (isNew) cursors.show(socket, documentId)
      return { ok: true, access, ...answer }
    } catch {
      return refuse('malformed')
    }
  }

  async function update(input: unknown): Promise<{ ok: true } | Refusal> {
    const message = parse(input, 'update')
    if (!message) return refuse('malformed')
    if (message.bytes.length > MAX_UPDATE_BYTES) return refuse('too-large')
    if (!edits.take() || !inAll.edits.take()) return refuse('too-many')
    if (!(await rights.hold(socket))) return refuse('unauthenticated')
    const access = data.documents[message.documentId]
    if (!access) return refuse('not-found')
    if (access !== 'write') return refuse('forbidden')
    const outcome = await store.submit({
      documentId: message.documentId,
      update: message.bytes,
      personId: data.actor.personId,
      mandateId: data.actor.mandate.id,
      origin: socket.id,
    })
    return outcome.ok ? outcome : refuse(outcome.code)
  }

  const answering =
    <T>(work: (input: unknown) => Promise<T | Refusal>) =>
    async (input: unknown, answer: unknown) => {
      const reply = typeof answer === 'function' ? answer : () => {}
      try {
        reply(await work(input))
      } catch (error) {
        console.error('a message about a document could not be answered:', error)
        reply(refuse('unavailable'))
      }
    }

  socket.on('document:join', answering(join))
  socket.on('document:sync', answering(join))
  socket.on('document:update', answering(update))
  socket.on('document:awareness', (input: unknown) => {
    const message = parse(input, 'update')
    if (!message || !(message.documentId in data.documents)) return void refuse('malformed')
    if (cursorMoves.take() && !cursors.move(socket, message.documentId, message.bytes)) refuse('malformed')
  })
  socket.on(
    'document:leave',
    answering(async input => {
      const documentId = (input as { documentId?: unknown } | null)?.documentId
      if (typeof documentId !== 'string' || !(documentId in data.documents)) return refuse('not-found')
      delete data.documents[documentId]
      delete data.closed[documentId]
      cursors.remove(socket, documentId)
      await socket.leave(documentRoom(documentId))
      return { ok: true as const }
    }),
  )
}

function parse(input: unknown, field: 'update' | 'stateVector') {
  if (typeof input !== 'object' || input === null) return undefined
  const { documentId, [field]: bytes } = input as Record<string, unknown>
  if (typeof documentId !== 'string' || !UUID.test(documentId) || !(bytes instanceof Uint8Array)) return undefined
  return { documentId, bytes }
}

/** For whoever reads a log; people are told in their own language. */
const messages: Record<RefusalCode, string> = {
  unauthenticated: 'the session or the mandate has ended',
  forbidden: 'this text may not be written in',
  'not-found': 'no such document, or it was not joined',
  malformed: 'the message is not well-formed',
  'too-large': `an update may be ${MAX_UPDATE_BYTES} bytes at most, and a text has a largest size too`,
  'too-many': 'too many messages, wait a little',
  'foreign-client-id': "the update holds text under somebody else's client id",
  'missing-dependency': 'the update leans on text that is not here: sync first',
  unavailable: 'the server cannot store or read now, try again',
}
