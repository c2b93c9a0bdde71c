import type { JSONContent } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { MarkedPassage } from '#server/discussions/passage.shared'
import { mapOf, markPassage } from '#server/discussions/passage.shared'
import { DocumentStore } from '#server/documents/document-store'
import { TEXT_FIELD, textSchema } from '#server/documents/text-schema.shared'
import { addMeasure, type Team } from '#test/server/measures/team'
import type { TestDatabase } from '#test/support/database'

/** A measure whose text the editor has open in a browser. */
export async function openDiscussedText({ db, pool }: TestDatabase, team: Team, lines: string[]) {
  const measureId = await addMeasure(db, team)
  const { documentId } = await db
    .selectFrom('measure')
    .select('documentId')
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow()
  const text = new Y.Doc()
  const store = new DocumentStore(db, pool, {
    onCommitted: () => {},
    onHeard: (_, update) => Y.applyUpdate(text, update, 'server'),
    receivers: () => 1,
  })
  const { personId, mandate } = team.editor
  text.on('update', (update, origin) => {
    if (origin !== 'server') store.submit({ documentId, update, personId, mandateId: mandate.id, origin: '' })
  })
  const write = async (...lines: string[]) => {
    writeLines(text, lines)
    await store.flush()
  }
  await write(...lines)
  return {
    measureId,
    documentId,
    text,
    write,
    says: () => mapOf(text).text,
    /** what other requests wrote comes in */
    catchUp: () => store.lookFor(documentId),
    mark: (quote: string) => markQuote(text, quote),
  }
}

/** Writes a text the way the editor does: what is the same stays untouched. */
export function writeLines(text: Y.Doc, lines: string[]): void {
  const content: JSONContent[] = lines.map(line => ({
    type: 'paragraph',
    content: line ? [{ type: 'text', text: line }] : [],
  }))
  prosemirrorJSONToYXmlFragment(textSchema, { type: 'doc', content }, text.getXmlFragment(TEXT_FIELD))
}

/** Marks the first place where a text says this, as a browser does. */
export function markQuote(text: Y.Doc, quote: string): MarkedPassage {
  const map = mapOf(text)
  const from = map.text.indexOf(quote)
  if (from < 0) throw new Error(`the text does not say ${quote}`)
  const parts = map.partsOf({ from, to: from + quote.length })
  const first = parts[0]!
  const last = parts.at(-1)!
  return markPassage(map, { words: first.words, index: first.from }, { words: last.words, index: last.to })!
}
