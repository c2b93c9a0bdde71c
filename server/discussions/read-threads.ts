import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { servedConditions } from '../positions/served-conditions'
import type { Proposal, Thread } from './discussion.shared'
import { mayResolveThread, maySettleProposal, mayWithdrawProposal } from './discussion-access.shared'
import { findPassage } from './passage.shared'
import { countRivals } from './rivals.shared'
import type { WordRange } from './text-map.shared'
import { readMap } from './text-now'
import { authorColumns, authorOf } from './thread-author'
import { readComments, readLastSteps } from './thread-parts'

/**
 * Reads discussions of one measure with all that is said in them, in so many queries however many they are. The caller has
 * checked that the reader may see the measure.
 * @returns those of `ids` that the measure has, in that order
 */
export async function readThreads(
  db: Kysely<Database>,
  actor: Actor,
  { measureId, ids }: { measureId: string; ids: string[] },
): Promise<Thread[]> {
  if (ids.length === 0) return []
  const rows = await listRows(db, measureId, ids)
  const [comments, steps, passages, rivals] = await Promise.all([
    readComments(db, actor, ids),
    readLastSteps(db, ids),
    readPassages(db, rows),
    listRivals(db, rows),
  ])
  return ids.flatMap(id => {
    const row = rows.find(row => row.id === id)
    if (!row) return []
    const openedBy = authorOf(row)
    const isOpenProposal = row.state === 'open'
    return [
      {
        ...{ id, quote: row.quote, openedAt: row.openedAt, resolvedAt: row.resolvedAt, isDemo: row.isDemo },
        passage: passages.get(id) ?? null,
        openedBy,
        step: steps.get(id) ?? null,
        comments: comments.get(id) ?? [],
        serves: row.serves,
        proposal: row.state && proposalOf(row, isOpenProposal ? countRivals(row, rivals) : 0),
        can: {
          resolve: !isOpenProposal && mayResolveThread(actor, openedBy),
          settle: isOpenProposal && maySettleProposal(actor),
          withdraw: isOpenProposal && mayWithdrawProposal(actor, openedBy),
        },
      },
    ]
  })
}

function listRows(db: Kysely<Database>, measureId: string, ids: string[]) {
  return db
    .selectFrom('discussionThread')
    .innerJoin('mandate', 'mandate.id', 'discussionThread.openedBy')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('wordingProposal', 'wordingProposal.threadId', 'discussionThread.id')
    .leftJoin('mandate as settler', 'settler.id', 'wordingProposal.settledBy')
    .leftJoin('person as settlingPerson', 'settlingPerson.id', 'settler.personId')
    .leftJoin('body as settlingBody', 'settlingBody.id', 'settler.bodyId')
    .leftJoin('sector as settlingSector', 'settlingSector.id', 'settlingBody.sectorId')
    .select([
      'discussionThread.id',
      'documentId',
      'words',
      'quote',
      'openedAt',
      'resolvedAt',
      'discussionThread.isDemo',
    ])
    .select(authorColumns)
    .select(['replacement', 'wordingProposal.state', 'settledAt', 'reason', 'onto'])
    .select(['settlingPerson.id as settlerId', 'settlingPerson.name as settlerName', 'settler.role as settlerRole'])
    .select(['settlingBody.code as settlerCode', 'settlingBody.name as settlerBody'])
    .select(['settlingSector.colour as settlerColour', servedConditions('discussionThread').as('serves')])
    .where('subjectType', '=', 'measure')
    .where('subjectId', '=', measureId)
    .where('discussionThread.id', 'in', ids)
    .execute()
}

type Row = Awaited<ReturnType<typeof listRows>>[number]

function proposalOf(row: Row, rivals: number): Proposal {
  const { settlerId, settlerName, settlerRole, settlerCode, settlerBody, settlerColour } = row
  const isKnown = settlerId && settlerName && settlerRole && settlerCode && settlerBody && settlerColour
  return {
    replacement: row.replacement ?? '',
    state: row.state ?? 'open',
    settledBy: isKnown
      ? {
          ...{ personId: settlerId, personName: settlerName, role: settlerRole },
          ...{ bodyCode: settlerCode, bodyName: settlerBody, colour: settlerColour },
        }
      : null,
    settledAt: row.settledAt,
    reason: row.reason ?? '',
    onto: row.onto,
    rivals,
  }
}

/** What the passages say now, as the log tells; the text is put together once. */
async function readPassages(db: Kysely<Database>, rows: Row[]): Promise<Map<string, string>> {
  const open = rows.filter(row => row.documentId && !row.resolvedAt)
  const [first] = open
  if (!first?.documentId) return new Map()
  const { doc, map } = await readMap(db, first.documentId)
  const found = open.map(({ id, words, quote }) => [id, findPassage(map, { words: words ?? [], quote })?.text] as const)
  doc.destroy()
  return new Map(found.filter((one): one is [string, string] => one[1] !== undefined))
}

/** All open proposals about the texts of these. */
async function listRivals(db: Kysely<Database>, rows: Row[]): Promise<{ id: string; words: WordRange[] }[]> {
  const documentIds = rows.flatMap(({ documentId, state }) => (documentId && state === 'open' ? [documentId] : []))
  if (documentIds.length === 0) return []
  return db
    .selectFrom('discussionThread')
    .innerJoin('wordingProposal', 'wordingProposal.threadId', 'discussionThread.id')
    .select('discussionThread.id')
    .select(eb => eb.ref('words').$notNull().as('words'))
    .where('documentId', 'in', documentIds)
    .where('wordingProposal.state', '=', 'open')
    .execute()
}
