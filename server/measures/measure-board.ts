import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { firstLead } from './first-lead'
import { measureStatuses } from './measure.shared'
import { type BoardCard, type BoardColumn, CARDS_IN_COLUMN } from './measure-board.shared'
import { hasLateMilestone, matches } from './measure-conditions'
import type { MeasureFilters } from './measure-filters.shared'
import { openThreads } from './open-threads'

/**
 * The measures of the plan by status: a column each, with its first cards in the plan's order. One query, however many
 * there are.
 * @returns every status that the filters do not leave out, also without measures
 */
export async function readBoard(
  db: Kysely<Database>,
  actor: Actor,
  filters: MeasureFilters = {},
): Promise<BoardColumn[]> {
  const cards = await listCards(db, actor, filters)
  return measureStatuses
    .filter(status => !filters.status || filters.status.includes(status))
    .map(status => {
      const own = cards.filter(card => card.status === status)
      return { status, count: own[0]?.inColumn ?? 0, cards: own.map(toCard) }
    })
}

function listCards(db: Kysely<Database>, actor: Actor, filters: MeasureFilters) {
  return db
    .selectFrom(eb =>
      eb
        .selectFrom('measure')
        .innerJoin('priority', 'priority.id', 'measure.priorityId')
        .select(['measure.id', 'measure.number', 'measure.title', 'measure.status'])
        .select(inner => [
          inner.and([hasLateMilestone(inner)]).as('isLate'),
          sql<number>`count(*) over (partition by measure.status)`.as('inColumn'),
          sql<number>`row_number() over (partition by measure.status
            order by priority.position, measure.position, measure.title, measure.id)`.as('place'),
        ])
        .where('measure.planId', '=', inner => currentPlan(inner, actor))
        .where(inner => matches(inner, filters, actor))
        .as('measure'),
    )
    .leftJoinLateral(firstLead, join => join.onTrue())
    .select(eb => openThreads(eb as never).as('openThreads'))
    .select(['measure.id', 'measure.number', 'measure.title', 'measure.status', 'measure.isLate', 'measure.inColumn'])
    .select(['lead.code', 'lead.name', 'lead.colour', 'lead.state'])
    .where('measure.place', '<=', CARDS_IN_COLUMN)
    .orderBy('measure.place')
    .execute()
}

type Found = Awaited<ReturnType<typeof listCards>>[number]

function toCard({ code, name, colour, state, inColumn, isLate, ...card }: Found): BoardCard {
  const lead = code && name && colour !== null ? { code, name, colour, isAccepted: state === 'accepted' } : null
  return { ...card, isLate: Boolean(isLate), lead }
}
