import type { JSONContent } from '@tiptap/core'
import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { DomainError } from '../errors'
import { loadState } from './load-state'
import { type RenderedText, renderText } from './render-text'

/** What a text says at a position of its log. */
export type DocumentContent = RenderedText & { seq: number }

/** A text at a position of its log, with the Yjs state (update, v1) that says whose words are in it. */
export type TextNow = DocumentContent & { state: Uint8Array }

/** Reads a text at this moment from its log. The caller has checked that the reader may see it. */
export async function readTextNow(db: Kysely<Database>, documentId: string): Promise<TextNow> {
  const { seq, state } = await loadState(db, documentId)
  return { seq, state, ...renderText(state) }
}

/**
 * Reads what a text says at this moment: as it was written beside the log when that is up to date, else from the log.
 * The caller has checked that the reader may see the record that the text belongs to.
 * @throws DomainError `not-found` when there is no such document
 */
export async function readContent(db: Kysely<Database>, documentId: string): Promise<DocumentContent> {
  const row = await db
    .selectFrom('document')
    .leftJoin('documentContent', 'documentContent.documentId', 'document.id')
    .select(['document.seq', 'documentContent.seq as contentSeq', 'json', 'text', 'html', 'hash'])
    .where('document.id', '=', documentId)
    .executeTakeFirst()
  if (!row) throw new DomainError('not-found')
  if (row.contentSeq === row.seq) {
    return {
      seq: row.seq,
      json: row.json as JSONContent,
      text: row.text as string,
      html: row.html as string,
      hash: row.hash as string,
    }
  }
  const { seq, state } = await loadState(db, documentId)
  return { seq, ...renderText(state) }
}
