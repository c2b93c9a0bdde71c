import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { Condition, ConditionLink } from './condition.shared'
import { lastStep, stateAfter } from './condition-state'

/** Which conditions: those that fit all that is given. */
interface Asked {
  measureIds?: string[]
  /** raised by one of these bodies */
  bodyIds?: string[]
  /** about measures that one of these bodies leads */
  ledBy?: string[]
  /** only those that are neither met, set aside nor withdrawn */
  open?: boolean
}

/** @returns the open conditions of the actor's group, the oldest first */
export const openConditions = (db: Kysely<Database>, actor: Pick<Actor, 'groupId'>, asked: Omit<Asked, 'open'> = {}) =>
  listConditions(db, actor, { ...asked, open: true })

/** @returns conditions of the actor's group with what became of them and what meets them, the oldest first */
export async function listConditions(
  db: Kysely<Database>,
  actor: Pick<Actor, 'groupId'>,
  { measureIds, bodyIds, ledBy, open }: Asked,
): Promise<Condition[]> {
  if ([measureIds, bodyIds, ledBy].some(ids => ids?.length === 0)) return []
  const rows = await db
    .selectFrom('condition')
    .innerJoin('measure', 'measure.id', 'condition.measureId')
    .innerJoin('plan', 'plan.id', 'measure.planId')
    .innerJoin('position', 'position.id', 'condition.positionId')
    .innerJoin('positionCondition as raised', join =>
      join.onRef('raised.conditionId', '=', 'condition.id').onRef('raised.positionId', '=', 'condition.positionId'),
    )
    .innerJoin('body', 'body.id', 'condition.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .leftJoinLateral(lastStep, join => join.onTrue())
    .select(['condition.id', 'condition.measureId', 'measure.title as measureTitle', 'position.roundId'])
    .select(['condition.text', 'condition.raisedAt', 'condition.isDemo', 'last.step'])
    .select(['condition.bodyId', 'body.code', 'body.name', 'sector.colour', 'sector.id as sectorId'])
    .where('plan.groupId', '=', actor.groupId)
    .$if(measureIds !== undefined, found => found.where('condition.measureId', 'in', measureIds!))
    .$if(bodyIds !== undefined, found => found.where('condition.bodyId', 'in', bodyIds!))
    .$if(ledBy !== undefined, found =>
      found.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('responsibility')
            .whereRef('responsibility.measureId', '=', 'condition.measureId')
            .where('responsibility.state', '=', 'accepted')
            .where('responsibility.role', '=', 'lead')
            .where('responsibility.bodyId', 'in', ledBy!),
        ),
      ),
    )
    .$if(open === true, found => found.where(sql<boolean>`coalesce(last.step, 'reopened') = 'reopened'`))
    .orderBy('condition.raisedAt')
    .orderBy('condition.positionId')
    .orderBy('raised.place')
    .execute()
  const ids = rows.map(row => row.id)
  const [steps, links] = await Promise.all([listSteps(db, ids), listLinks(db, ids)])
  return rows.map(({ step, bodyId, code, name, colour, sectorId, ...row }) => ({
    ...row,
    body: { id: bodyId, code, name, colour, sectorId },
    state: stateAfter(step),
    steps: steps.filter(one => one.conditionId === row.id),
    links: links.filter(one => one.conditionId === row.id),
  }))
}

async function listSteps(db: Kysely<Database>, conditionIds: string[]) {
  if (conditionIds.length === 0) return []
  return db
    .selectFrom('conditionStep')
    .innerJoin('mandate', 'mandate.id', 'conditionStep.mandateId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .select(['conditionStep.conditionId', 'conditionStep.step', 'conditionStep.reason', 'conditionStep.takenAt'])
    .select('body.code as byCode')
    .where('conditionStep.conditionId', 'in', conditionIds)
    .orderBy('conditionStep.number')
    .execute()
}

async function listLinks(db: Kysely<Database>, conditionIds: string[]): Promise<ConditionLink[]> {
  if (conditionIds.length === 0) return []
  const rows = await db
    .selectFrom('conditionLink as link')
    .innerJoin('mandate', 'mandate.id', 'link.mandateId')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .leftJoin('documentVersion', 'documentVersion.id', 'link.documentVersionId')
    .leftJoin('effect', 'effect.id', 'link.effectId')
    .leftJoin('decision', join =>
      join.on('decision.id', '=', eb => eb.fn.coalesce('link.decisionId', 'effect.decisionId')),
    )
    .leftJoin('discussionThread as thread', 'thread.id', 'link.threadId')
    .leftJoin('wordingProposal as proposal', 'proposal.threadId', 'link.threadId')
    .leftJoin('actionItem as action', 'action.id', 'link.actionItemId')
    .leftJoin('body as carrier', 'carrier.id', 'action.bodyId')
    .select(['link.id', 'link.conditionId', 'link.quote', 'link.linkedAt', 'body.code as byCode'])
    .select(['documentVersion.number as version', 'decision.id as decisionId', 'decision.year', 'decision.number'])
    .select(['decision.title', 'link.threadId', 'thread.quote as threadQuote', 'proposal.state as proposalState'])
    .select(['link.effectId', 'effect.kind', 'effect.state as effectState', 'link.actionItemId'])
    .select(['action.title as actionTitle', 'action.state as actionState', 'carrier.code as carrierCode'])
    .where('link.conditionId', 'in', conditionIds)
    .orderBy('link.linkedAt')
    .execute()
  return rows.map(row => {
    const { id, conditionId, quote, version, byCode, linkedAt } = row
    const { decisionId, year, number, title, threadId, threadQuote, proposalState, actionTitle, carrierCode } = row
    const { effectId, kind, effectState, actionItemId, actionState } = row
    return {
      ...{ id, conditionId, quote, version, byCode, linkedAt },
      thread: threadId ? { id: threadId, quote: threadQuote ?? '', proposal: proposalState } : null,
      decision: decisionId && year && number && title ? { id: decisionId, year, number, title } : null,
      effect: effectId && kind && effectState ? { id: effectId, kind, state: effectState } : null,
      action:
        actionItemId && actionState
          ? { id: actionItemId, title: actionTitle ?? '', bodyCode: carrierCode ?? '', state: actionState }
          : null,
    }
  })
}
