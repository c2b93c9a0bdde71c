import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { today } from '../auth/read-actor'
import { servedConditions } from '../positions/served-conditions'
import type { ActionInList, ActionStepLine } from './action.shared'

/** For a query over actions: still to be done, and its day is past. What has no day is never late. */
export const isOverdue = sql<boolean>`coalesce(action_item.state = 'open' and action_item.due_on < ${today}, false)`

/** Actions of the actor's group with what they are about and follow from; to be narrowed and put in order. */
export const actionRows = (db: Kysely<Database>, { groupId }: Pick<Actor, 'groupId'>) =>
  db
    .selectFrom('actionItem')
    .innerJoin('body', 'body.id', 'actionItem.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoin('person', 'person.id', 'actionItem.personId')
    .leftJoin('measure', 'measure.id', 'actionItem.measureId')
    .leftJoin('decision', 'decision.id', 'actionItem.decisionId')
    .leftJoin('agendaItem', join =>
      join.on('agendaItem.id', '=', eb => eb.fn.coalesce('actionItem.agendaItemId', 'decision.agendaItemId')),
    )
    .leftJoin('meeting', join =>
      join.on('meeting.id', '=', eb => eb.fn.coalesce('agendaItem.meetingId', 'decision.meetingId')),
    )
    .where('actionItem.groupId', '=', groupId)

/** @returns those actions, each with its notes and steps */
export async function readActions(db: Kysely<Database>, rows: ReturnType<typeof actionRows>): Promise<ActionInList[]> {
  const actions = await rows
    .select(['actionItem.id', 'actionItem.title', 'actionItem.personId', 'person.name as personName'])
    .select(['actionItem.dueOn', isOverdue.as('isOverdue'), 'actionItem.state', 'actionItem.origin'])
    .select(['actionItem.madeAt', 'actionItem.isDemo', 'actionItem.decisionId', 'decision.year', 'decision.number'])
    .select(['decision.title as decisionTitle', 'meeting.id as meetingId', 'meeting.title as meetingTitle'])
    .select(['agendaItem.id as agendaItemId', 'agendaItem.position', 'measure.id as measureId'])
    .select(['measure.title as measureTitle', 'body.id as bodyId', 'body.code', 'body.name', 'sector.colour'])
    .select(servedConditions('actionItem').as('serves'))
    .execute()
  const steps = await readSteps(
    db,
    actions.map(action => action.id),
  )
  return actions.map(row => {
    const { bodyId, code, name, colour, decisionId, year, number, decisionTitle, measureId, measureTitle, ...rest } =
      row
    const { meetingId, meetingTitle, agendaItemId, position, ...action } = rest
    return {
      ...action,
      body: { id: bodyId, code, name, colour },
      decision: decisionId && year && number ? { id: decisionId, year, number, title: decisionTitle ?? '' } : null,
      meeting:
        meetingId && agendaItemId
          ? { id: meetingId, title: meetingTitle ?? '', agendaItemId, position: position ?? 0 }
          : null,
      measure: measureId ? { id: measureId, title: measureTitle ?? '' } : null,
      steps: steps.get(action.id) ?? [],
    }
  })
}

async function readSteps(db: Kysely<Database>, actionIds: string[]): Promise<Map<string, ActionStepLine[]>> {
  const byAction = new Map<string, ActionStepLine[]>()
  if (actionIds.length === 0) return byAction
  const rows = await db
    .selectFrom('actionStep')
    .leftJoin('mandate', 'mandate.id', 'actionStep.mandateId')
    .leftJoin('body', 'body.id', 'mandate.bodyId')
    .select(['actionItemId', 'step', 'text', 'dueBefore', 'dueAfter', 'body.code as byCode', 'at'])
    .where('actionItemId', 'in', actionIds)
    .orderBy('actionStep.id')
    .execute()
  for (const { actionItemId, ...step } of rows) {
    byAction.set(actionItemId, [...(byAction.get(actionItemId) ?? []), step])
  }
  return byAction
}
