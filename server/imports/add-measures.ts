import { randomUUID } from 'node:crypto'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { type Insertable, sql, type Transaction } from 'kysely'
import * as Y from 'yjs'
import type { Database } from '#db/schema/index'
import type { MeasureTable } from '#db/schema/measure'
import { recordActivities } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { renderDocument } from '../documents/render-text'
import { TEXT_FIELD, textSchema } from '../documents/text-schema.shared'
import { fromMarkdown } from '../exports/text-markdown.shared'
import { type HorizonRange, horizonEnds } from '../measures/measure.shared'
import { inParts } from './in-parts'
import { type JudgedRow, placeKey } from './judged-row'
import type { Places } from './make-places'
import { measureField } from './read-cell'

interface Order {
  planId: string
  rows: JudgedRow[]
  places: Places
  sourceOf: (row: number) => string
  fileName: string
}

type Made = { row: JudgedRow; id: string; documentId: string; priorityId: string }

/**
 * Makes the measures of rows that are new, with their texts, in the order of the file: as many queries for a thousand as for one.
 * @returns the id of each
 */
export async function addMeasures(
  trx: Transaction<Database>,
  actor: Actor,
  order: Order,
): Promise<Map<JudgedRow, string>> {
  const { rows, places } = order
  if (rows.length === 0) return new Map()
  const made: Made[] = rows.map(row => ({
    row,
    id: randomUUID(),
    documentId: randomUUID(),
    priorityId: places.priority.get(placeKey(row.makes.priority ?? '')) ?? (row.values.priority as string),
  }))
  await addTexts(trx, actor, made)
  const last = await lastPositions(trx, [...new Set(made.map(one => one.priorityId))])
  const values = made.map((one, index) => measureRow(one, order, (last.get(one.priorityId) ?? 0) + index + 1))
  await inParts(values, part => trx.insertInto('measure').values(part).execute())
  const others = made.flatMap(({ id, row, priorityId }) =>
    [
      ...((row.values.otherPriorities ?? []) as string[]),
      ...row.makesOthers.flatMap(name => places.priority.get(placeKey(name)) ?? []),
    ]
      .filter(other => other !== priorityId)
      .map(other => ({ measureId: id, priorityId: other })),
  )
  if (others.length > 0) await trx.insertInto('measureOtherPriority').values(others).execute()
  const functions = made.flatMap(({ id, row }) =>
    ((row.values.basicFunctions ?? []) as string[]).map(basicFunctionId => ({ measureId: id, basicFunctionId })),
  )
  if (functions.length > 0) await trx.insertInto('measureBasicFunction').values(functions).execute()
  await recordActivities(
    trx,
    actor,
    made.map(({ id, row }) => ({
      verb: 'measure.imported',
      subjectType: 'measure',
      subjectId: id,
      topics: [`measure:${id}`, 'measures'],
      after: { title: row.title, fileName: order.fileName, row: row.row },
    })),
  )
  return new Map(made.map(({ row, id }) => [row, id]))
}

async function lastPositions(trx: Transaction<Database>, priorityIds: string[]): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('measure')
    .select(['priorityId', sql<number>`max(position)`.as('last')])
    .where('priorityId', 'in', priorityIds)
    .groupBy('priorityId')
    .execute()
  return new Map(rows.map(({ priorityId, last }) => [priorityId, last]))
}

function measureRow(
  { row, id, documentId, priorityId }: Made,
  { planId, places, sourceOf }: Order,
  position: number,
): Insertable<MeasureTable> {
  const { title, axis, level, horizon, askedBody, priority, otherPriorities, basicFunctions, source, ...values } =
    row.values
  return {
    ...(values as Partial<Insertable<MeasureTable>>),
    ...{ id, documentId, planId, priorityId, position },
    title: title as string,
    level: level as MeasureTable['level'],
    axisId: places.axis.get(placeKey(row.makes.axis ?? '')) ?? (axis as string | undefined) ?? null,
    askedBodyId: (askedBody as string | undefined) ?? null,
    ...horizonEnds((horizon ?? null) as HorizonRange | null),
    source: (source as string | undefined) ?? (isExported(row) ? null : sourceOf(row.row)),
    fieldCertainty: JSON.stringify(Object.fromEntries(row.inferred.map(field => [measureField(field), 'inferred']))),
    certainty: row.certainty,
    isDemo: row.isDemo,
  }
}

/** What has no source in an export had none. */
const isExported = ({ cells }: JudgedRow) => Boolean(cells.id) && cells.source !== undefined

/** The first row in the log of each text, by who brings it in, with what it says beside it. Without a text: an empty one. */
async function addTexts(trx: Transaction<Database>, actor: Actor, made: Made[]): Promise<void> {
  const author = { personId: actor.personId, mandateId: actor.mandate.id }
  const texts = made.map(({ id, documentId, row }) => ({ id, documentId, ...writeText(row.cells.text ?? '') }))
  await trx
    .insertInto('document')
    .values(
      texts.map(({ id, documentId, state }) => ({
        ...{ id: documentId, groupId: actor.groupId, subjectType: 'measure' as const, subjectId: id },
        seq: state ? 1 : 0,
      })),
    )
    .execute()
  const written = texts.flatMap(({ documentId, state, clientId, content }) =>
    state ? [{ documentId, state: Buffer.from(state), clientId, content }] : [],
  )
  if (written.length === 0) return
  await trx
    .insertInto('documentUpdate')
    .values(written.map(({ documentId, state }) => ({ documentId, seq: 1, update: state, ...author })))
    .execute()
  await trx
    .insertInto('documentSnapshot')
    .values(written.map(({ documentId, state }) => ({ documentId, seq: 1, state })))
    .execute()
  await trx
    .insertInto('documentClient')
    .values(written.map(({ documentId, clientId }) => ({ documentId, clientId, ...author })))
    .execute()
  await trx
    .insertInto('documentContent')
    .values(
      written.map(({ documentId, content: { json, text, html, hash } }) => ({
        ...{ documentId, seq: 1, text, html, hash },
        json: JSON.stringify(json),
      })),
    )
    .execute()
}

function writeText(markdown: string) {
  const document = new Y.Doc()
  const clientId = document.clientID
  if (markdown.trim()) {
    prosemirrorJSONToYXmlFragment(textSchema, fromMarkdown(markdown), document.getXmlFragment(TEXT_FIELD))
  }
  const state = markdown.trim() ? Y.encodeStateAsUpdate(document) : null
  const content = renderDocument(document)
  document.destroy()
  return { state, clientId, content }
}
