import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { ImportOutcome } from '#db/schema/plan-import'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { guessMapping, pickSheet } from './guess-mapping'
import { IMPORT_ROW_LIMIT, type ImportChoices, type ImportField, importChoices, normalName } from './import.shared'
import { mayImportPlan } from './import-access.shared'
import type { ImportVocabulary } from './import-vocabulary.shared'
import type { ImportSource } from './judged-row'
import { pickSideSheets } from './pick-sheets'
import type { UploadedSheet } from './read-upload'
import type { SideSheet } from './sheets.shared'

/** A file on its way into the plan, or one that was brought in. */
export interface PlanImport extends ImportSource {
  id: string
  fileName: string
  doneAt: Date | null
  outcome: ImportOutcome | null
  /** the same file was brought in before, then */
  earlierAt: Date | null
}

/**
 * Keeps what was read from a file until it is carried out, for seven days at most, with a guess at what its columns mean.
 * @returns its id
 * @throws DomainError `forbidden`; `too-large` `too-many-rows`
 */
export async function storeUpload(
  trx: Transaction<Database>,
  actor: Actor,
  upload: { fileName: string; content: Buffer; sheets: UploadedSheet[]; vocabulary: ImportVocabulary },
): Promise<string> {
  if (!mayImportPlan(actor)) throw new DomainError('forbidden')
  await trx.deleteFrom('planImport').where('doneAt', 'is', null).where('expiresAt', '<', sql<Date>`now()`).execute()
  const main = pickSheet(upload.sheets, upload.vocabulary)
  const { header, rows } = main
  if (rows.length > IMPORT_ROW_LIMIT) throw new DomainError('too-large', 'too-many-rows', 'file')
  const sheets = pickSideSheets(
    upload.sheets.filter(sheet => sheet !== main),
    upload.vocabulary,
  )
  const mapping = guessMapping(header, upload.vocabulary, await rememberedColumns(trx, actor))
  const { id } = await trx
    .insertInto('planImport')
    .values({
      groupId: actor.groupId,
      madeBy: actor.mandate.id,
      fileName:
        basename(upload.fileName.replaceAll('\\', '/'))
          .replace(/\p{Cc}/gu, '')
          .slice(0, 200) || '?',
      contentHash: createHash('sha256').update(upload.content).digest('hex'),
      header,
      rows: JSON.stringify(rows),
      sheets: JSON.stringify(sheets),
      mapping: JSON.stringify(mapping),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What the group said before that columns of a name hold, the last word first. */
async function rememberedColumns(trx: Transaction<Database>, actor: Actor): Promise<Record<string, string | null>> {
  const earlier = await trx
    .selectFrom('planImport')
    .select(['header', 'mapping'])
    .where('groupId', '=', actor.groupId)
    .where('doneAt', 'is not', null)
    .orderBy('doneAt', 'desc')
    .limit(10)
    .execute()
  const pairs = earlier.toReversed().flatMap(({ header, mapping }) =>
    // A column that nobody put anywhere may mean something in another file.
    header.flatMap((name, index): [string, string][] => (mapping[index] ? [[normalName(name), mapping[index]]] : [])),
  )
  return Object.fromEntries(pairs)
}

/** @throws DomainError `not-found`; `forbidden` */
export async function readImport(db: Kysely<Database>, actor: Actor, id: string): Promise<PlanImport> {
  if (!mayImportPlan(actor)) throw new DomainError('forbidden')
  if (!z.guid().safeParse(id).success) throw new DomainError('not-found')
  const row = await db
    .selectFrom('planImport')
    .select(['id', 'fileName', 'header', 'rows', 'sheets', 'mapping', 'choices', 'outcome', 'doneAt'])
    .select(eb =>
      eb
        .selectFrom('planImport as earlier')
        .select(({ fn }) => fn.max('earlier.doneAt').as('at'))
        .whereRef('earlier.groupId', '=', 'planImport.groupId')
        .whereRef('earlier.contentHash', '=', 'planImport.contentHash')
        .whereRef('earlier.id', '<>', 'planImport.id')
        .as('earlierAt'),
    )
    .where('id', '=', id)
    .where('groupId', '=', actor.groupId)
    .executeTakeFirst()
  if (!row) throw new DomainError('not-found')
  return {
    ...row,
    sheets: row.sheets as SideSheet[],
    mapping: row.mapping as (ImportField | null)[],
    choices: importChoices.parse(row.choices) as ImportChoices,
  }
}

/** Says what the columns mean, and what is to become of what the plan does not know. */
export async function decideImport(
  trx: Transaction<Database>,
  actor: Actor,
  { id, mapping, choices }: { id: string; mapping?: (string | null)[]; choices?: ImportChoices },
): Promise<void> {
  const known = await readImport(trx, actor, id)
  if (known.doneAt) throw new DomainError('conflict', 'import-done')
  await trx
    .updateTable('planImport')
    .set({
      ...(mapping && { mapping: JSON.stringify(known.header.map((_, index) => mapping[index] ?? null)) }),
      ...(choices && { choices: JSON.stringify(choices) }),
    })
    .where('id', '=', id)
    .execute()
}
