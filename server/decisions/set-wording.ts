import type { Transaction } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { replaceWords } from '../discussions/replace-words'
import type { TextMap } from '../discussions/text-map.shared'
import { readMap } from '../discussions/text-now'
import { appendEdit } from '../documents/append-edit'
import { textAccess } from '../documents/document-access'
import { freezeVersion } from '../documents/freeze-version'
import { loadClientOwners } from '../documents/load-state'
import { lockDocument, topicsOfText } from '../documents/lock-document'
import { TEXT_FIELD } from '../documents/text-schema.shared'
import { unusedClientId } from '../documents/unused-client-id'
import { DomainError } from '../errors'

/**
 * Makes a passage of a measure's text say what was decided, by one more edit: words that stay keep their authors, and what
 * others type at the same moment stays. Without a passage, the wording comes as paragraphs at the end. What the text said
 * until now is frozen first. Nodes hear of it by the topic `document:<id>`.
 * @param wording of a passage: as many lines as the passage has
 * @throws DomainError `not-found`; `forbidden`; `conflict` `passage-not-found` when the text says the passage nowhere, or more
 *   than once; `conflict` `other-lines`
 */
export async function setWording(
  trx: Transaction<Database>,
  actor: Actor,
  { documentId, decisionId, passage, wording }: Wording,
): Promise<{ version: number; seq: number }> {
  const document = await lockDocument(trx, actor, documentId)
  if (textAccess(actor) !== 'write') throw new DomainError('forbidden')
  const before = await freezeVersion(trx, actor, { documentId, reason: 'decision' })
  const { doc, map } = await readMap(trx, documentId)
  try {
    const clientId = unusedClientId(doc, await loadClientOwners(trx, documentId))
    doc.clientID = clientId
    const update = passage ? replacePassage(doc, map, passage, wording) : addParagraphs(doc, wording)
    const seq = await appendEdit(trx, actor, { documentId, afterSeq: document.seq, update, clientId })
    await recordActivity(trx, actor, {
      verb: 'text.decided',
      subjectType: document.subjectType,
      subjectId: document.subjectId,
      topics: [...topicsOfText(document), `document:${documentId}`],
      before: { version: before.number, ...(passage && { passage }) },
      after: { decisionId, seq, passage: wording },
    })
    return { version: before.number, seq }
  } finally {
    doc.destroy()
  }
}

interface Wording {
  documentId: string
  decisionId: string
  passage?: string | undefined
  wording: string
}

function replacePassage(doc: Y.Doc, map: TextMap, passage: string, wording: string): Uint8Array {
  const stretch = map.findQuote(passage)
  if (!stretch) throw new DomainError('conflict', 'passage-not-found')
  if (passage.split('\n').length !== wording.split('\n').length) throw new DomainError('conflict', 'other-lines')
  return replaceWords(doc, map, stretch, wording).update
}

function addParagraphs(doc: Y.Doc, wording: string): Uint8Array {
  const known = Y.encodeStateVector(doc)
  const fragment = doc.getXmlFragment(TEXT_FIELD)
  doc.transact(() => {
    for (const line of wording.split('\n').filter(line => line.trim() !== '')) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(line)])
      fragment.insert(fragment.length, [paragraph])
    }
  })
  return Y.encodeStateAsUpdate(doc, known)
}
