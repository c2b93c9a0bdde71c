import type { JSONContent } from '@tiptap/core'
import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { DocumentSubject } from '#db/schema/vocabulary'
import { loadStates } from './load-states'
import { renderText } from './render-text'

/**
 * Reads the texts of several records of one kind as they are now, in two queries at most. The caller has checked that the reader
 * may see them.
 * @returns by record; where nothing is written, or no text was made, there is none
 */
export async function readTextsOf(
  db: Kysely<Database>,
  subjectType: DocumentSubject,
  subjectIds: string[],
): Promise<Map<string, JSONContent>> {
  const texts = new Map<string, JSONContent>()
  if (subjectIds.length === 0) return texts
  const rows = await db
    .selectFrom('document')
    .leftJoin('documentContent as content', 'content.documentId', 'document.id')
    .select(['document.id', 'subjectId', 'document.seq', 'content.seq as contentSeq', 'json', 'text'])
    .where('subjectType', '=', subjectType)
    .where('subjectId', 'in', subjectIds)
    .where('document.seq', '>', 0)
    .execute()
  const behind = rows.filter(row => row.contentSeq !== row.seq)
  const states = await loadStates(
    db,
    behind.map(row => row.id),
  )
  for (const { id, subjectId, json, text, seq, contentSeq } of rows) {
    const written =
      contentSeq === seq ? { json: json as JSONContent, text: text as string } : renderText(states.get(id)!.state)
    if (written.text.trim() !== '') texts.set(subjectId, written.json)
  }
  return texts
}
