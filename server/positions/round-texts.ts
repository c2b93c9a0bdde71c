import type { JSONContent } from '@tiptap/core'
import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { readContent } from '../documents/read-content'
import type { RoundedMeasure, RoundedText } from './position-round.shared'

/** What the measures of a round said when it opened, and what they say now. The caller has read the round. */
export async function readRoundTexts(db: Kysely<Database>, measures: RoundedMeasure[]): Promise<RoundedText[]> {
  if (measures.length === 0) return []
  const versions = await db
    .selectFrom('documentVersion')
    .select(['id', 'json'])
    .where(
      'id',
      'in',
      measures.map(measure => measure.version.id),
    )
    .execute()
  const texts = new Map(versions.map(version => [version.id, version.json as JSONContent]))
  return Promise.all(
    measures.map(async ({ id, documentId, version, isMoved }) => {
      const then = texts.get(version.id) ?? { type: 'doc' }
      return { measureId: id, then, now: isMoved ? (await readContent(db, documentId)).json : then }
    }),
  )
}
