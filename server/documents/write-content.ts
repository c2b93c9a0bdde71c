import { type Kysely, sql } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import { ROWS_WORTH_A_SNAPSHOT, writeSnapshot } from './compact-log'
import { loadState } from './load-state'
import { renderDocument } from './render-text'

/**
 * Writes what a text says beside its log, for search, lists and first paint, and compacts the log when it has grown.
 * Where the content changed, whoever wrote gets it on the record. Runs beside the traffic, on any node, interrupted or
 * twice at once without harm: nothing that is older replaces what is newer.
 * @returns false when the content was up to date
 */
export async function writeContent(db: Kysely<Database>, documentId: string): Promise<boolean> {
  const before = await db
    .selectFrom('document')
    .leftJoin('documentContent', 'documentContent.documentId', 'document.id')
    .select(['document.seq', 'documentContent.seq as contentSeq', 'hash', 'groupId', 'subjectType', 'subjectId'])
    .where('document.id', '=', documentId)
    .executeTakeFirst()
  if (!before || before.contentSeq === before.seq) return false

  const { seq, state, rowsAfterSnapshot } = await loadState(db, documentId)
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  const content = renderDocument(document)

  return db.transaction().execute(async trx => {
    const written = await trx
      .insertInto('documentContent')
      .values({ documentId, seq, ...content, json: JSON.stringify(content.json) })
      .onConflict(conflict =>
        conflict
          .column('documentId')
          .doUpdateSet({ seq, ...content, json: JSON.stringify(content.json), writtenAt: sql`now()` })
          .where('documentContent.seq', '<', seq),
      )
      .returning('documentId')
      .executeTakeFirst()
    if (!written) return false

    if (rowsAfterSnapshot >= ROWS_WORTH_A_SNAPSHOT) {
      await writeSnapshot(trx, documentId, seq, Y.encodeStateAsUpdate(document))
    }
    if (before.hash !== null && before.hash !== content.hash) {
      const authors = await trx
        .selectFrom('documentUpdate')
        .select(['personId', 'mandateId'])
        .distinct()
        .where('documentId', '=', documentId)
        .where('seq', '>', before.contentSeq ?? 0)
        .where('seq', '<=', seq)
        // What brought a version back, or took proposed wording over, is on the record already, as that.
        .where(eb =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('activity')
                .select('activity.id')
                .where('activity.verb', 'in', ['text.restored', 'proposal.accepted', 'text.decided'])
                .where('activity.subjectType', '=', before.subjectType)
                .where('activity.subjectId', '=', before.subjectId)
                .where(sql<boolean>`(activity.after ->> 'seq')::bigint = document_update.seq`),
            ),
          ),
        )
        .execute()
      const { groupId, subjectType, subjectId } = before
      for (const { personId, mandateId } of authors) {
        if (!personId || !mandateId) continue
        await recordActivity(
          trx,
          { personId, groupId, mandate: { id: mandateId } },
          {
            verb: 'text.edited',
            subjectType,
            subjectId,
            topics: [`${subjectType}:${subjectId}`, `${subjectType}s`],
            before: { seq: before.contentSeq ?? 0 },
            after: { seq },
          },
        )
      }
    }
    return true
  })
}

/** @returns the documents whose written content lags behind their log: after a crash, or right after the seed */
export async function documentsBehind(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('document')
    .leftJoin('documentContent', 'documentContent.documentId', 'document.id')
    .select('document.id')
    .where(eb => eb.or([eb('documentContent.seq', 'is', null), eb('documentContent.seq', '<', eb.ref('document.seq'))]))
    .execute()
  return rows.map(row => row.id)
}
