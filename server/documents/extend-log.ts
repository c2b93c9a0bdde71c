import type { LogExtension } from './commit-edits'
import { judgeUpdate } from './judge-update'
import type { OpenDocument } from './open-document'
import type { ClockRange } from './update-structure'

/** What a text may take, in bytes without what was deleted; the longest policy plans stay below a tenth of it. */
export const MAX_DOCUMENT_BYTES = 8_000_000

/** An edit as it came from a browser; `origin` says from which socket. */
export interface Edit {
  documentId: string
  update: Uint8Array
  personId: string
  mandateId: string
  origin: string
}

export type EditOutcome =
  | { ok: true }
  | {
      ok: false
      code: 'malformed' | 'too-large' | 'forbidden' | 'missing-dependency' | 'foreign-client-id' | 'unavailable'
    }

/** What a batch of edits would add to a document's log, and what becomes of each of them if it is added. */
export interface PlannedExtension extends LogExtension {
  document: OpenDocument
  edits: Edit[]
  outcomes: EditOutcome[]
  advances: ClockRange[]
}

/**
 * Holds edits against a document, one after the other, each against what those before it leave.
 * A refusal for a missing dependency is final only after a look at what other nodes wrote.
 */
export async function planExtension(
  document: OpenDocument,
  edits: Edit[],
  catchUp: (document: OpenDocument) => Promise<void>,
): Promise<PlannedExtension> {
  const plan = judgeAll(document, edits)
  if (!plan.outcomes.some(outcome => !outcome.ok && outcome.code === 'missing-dependency')) return plan
  const seq = document.seq
  await catchUp(document)
  return document.seq === seq ? plan : judgeAll(document, edits)
}

function judgeAll(document: OpenDocument, edits: Edit[]): PlannedExtension {
  const vector = new Draft(document.vector)
  const owners = new Draft(document.owners)
  const plan: PlannedExtension = {
    document,
    documentId: document.id,
    expectedSeq: document.seq,
    edits,
    outcomes: [],
    rows: [],
    claims: [],
    advances: [],
  }
  if (document.size + totalOf(edits) > MAX_DOCUMENT_BYTES) document.compact()
  let bytes = document.size
  for (const { update, personId, mandateId } of edits) {
    const verdict = judgeUpdate(update, personId, vector, owners)
    // Whoever only deletes makes it smaller in the end.
    if (verdict.ok && verdict.update && verdict.advances.length > 0) {
      bytes += verdict.update.length
      if (bytes > MAX_DOCUMENT_BYTES) {
        plan.outcomes.push({ ok: false, code: 'too-large' })
        continue
      }
    }
    plan.outcomes.push(verdict.ok ? { ok: true } : verdict)
    if (!verdict.ok || !verdict.update) continue
    plan.rows.push({ update: verdict.update, personId, mandateId })
    plan.advances.push(...verdict.advances)
    for (const { client, to } of verdict.advances) vector.set(client, to)
    for (const clientId of verdict.claims) {
      owners.set(clientId, personId)
      plan.claims.push({ clientId, personId, mandateId })
    }
  }
  return plan
}

/** A map as it would be with some changes: a text may know thousands of client ids, an edit is about one of them. */
class Draft<Key, Value> {
  private readonly changes = new Map<Key, Value>()

  constructor(private readonly original: ReadonlyMap<Key, Value>) {}

  get(key: Key): Value | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.original.get(key)
  }

  set(key: Key, value: Value): void {
    this.changes.set(key, value)
  }
}

const totalOf = (edits: Edit[]) => edits.reduce((sum, { update }) => sum + update.length, 0)
