import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { createDocuments } from '../documents/create-document'
import type { AgendaItemKind, ProposalReason } from './meeting.shared'

export interface NewAgendaItem {
  kind: AgendaItemKind
  title: string
  summary: string
  minutesAllotted: number | null
  presenterBodyId: string | null
  measureIds?: string[]
  roundIds?: string[]
  links?: { title: string; url: string }[]
  carriedFromId?: string | null
  proposedFor?: ProposalReason | null
  proposedSubjectId?: string | null
}

/**
 * Puts items at the end of an agenda, each with the empty text of its minutes. The caller holds the meeting (`lockMeeting`),
 * has checked what the items point at, and records the activity.
 * @returns their ids and positions, in order
 */
export async function insertAgendaItems(
  trx: Transaction<Database>,
  { groupId, meetingId }: { groupId: string; meetingId: string },
  items: NewAgendaItem[],
): Promise<{ id: string; position: number }[]> {
  if (items.length === 0) return []
  const { last } = await trx
    .selectFrom('agendaItem')
    .select(eb => eb.fn.coalesce(eb.fn.max('position'), eb.val(0)).as('last'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  const placed = await trx
    .insertInto('agendaItem')
    .values(
      items.map(({ measureIds, roundIds, links, ...item }, index) => ({
        ...item,
        meetingId,
        position: last + 1 + index,
      })),
    )
    .returning(['id', 'position'])
    .execute()
  placed.sort((one, other) => one.position - other.position)
  await createDocuments(trx, { groupId, subjectType: 'agenda-item', subjectIds: placed.map(({ id }) => id) })
  await linkItems(
    trx,
    items.map((item, index) => ({ ...item, id: placed[index]!.id })),
  )
  return placed
}

/** Says which measures, rounds and documents items are about, in three queries however many. */
export async function linkItems(
  trx: Transaction<Database>,
  items: ({ id: string } & Pick<NewAgendaItem, 'measureIds' | 'roundIds' | 'links'>)[],
): Promise<void> {
  const measures = items.flatMap(({ id, measureIds = [] }) =>
    [...new Set(measureIds)].map(measureId => ({ agendaItemId: id, measureId })),
  )
  const rounds = items.flatMap(({ id, roundIds = [] }) =>
    [...new Set(roundIds)].map(roundId => ({ agendaItemId: id, roundId })),
  )
  const links = items.flatMap(({ id, links = [] }) => links.map(link => ({ ...link, agendaItemId: id })))
  if (measures.length > 0) await trx.insertInto('agendaItemMeasure').values(measures).execute()
  if (rounds.length > 0) await trx.insertInto('agendaItemRound').values(rounds).execute()
  if (links.length > 0) {
    await trx
      .insertInto('agendaItemLink')
      .values(links)
      .onConflict(same => same.columns(['agendaItemId', 'url']).doNothing())
      .execute()
  }
}
