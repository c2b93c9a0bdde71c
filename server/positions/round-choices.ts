import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { currentPlan } from '../plans/plan-queries'
import { groupBy } from './group-by'
import type { RoundChoices } from './position-round.shared'

/**
 * What a round can be about and who can be asked: the measures of the group's plan in its order, and all bodies by sector.
 * `suggested`: who carries the chosen measures, must agree with them or is consulted.
 */
export async function readRoundChoices(db: Kysely<Database>, actor: Actor, chosenIds: string[]): Promise<RoundChoices> {
  const [measures, bodies, carriers] = await Promise.all([
    db
      .selectFrom('measure')
      .innerJoin('priority', 'priority.id', 'measure.priorityId')
      .select(['measure.id', 'measure.number', 'measure.title'])
      .where('measure.planId', '=', eb => currentPlan(eb, actor))
      .orderBy('priority.position')
      .orderBy('measure.position')
      .orderBy('measure.title')
      .execute(),
    db
      .selectFrom('body')
      .innerJoin('sector', 'sector.id', 'body.sectorId')
      .select(['body.id', 'body.code', 'body.name', 'sector.colour', 'sector.id as sectorId'])
      .select(['sector.nameNl', 'sector.nameEn'])
      .orderBy('sector.position')
      .orderBy('body.code')
      .execute(),
    chosenIds.length === 0
      ? []
      : db
          .selectFrom('responsibility')
          .innerJoin('measure', 'measure.id', 'responsibility.measureId')
          .innerJoin('plan', 'plan.id', 'measure.planId')
          .select('responsibility.bodyId')
          .distinct()
          .where('plan.groupId', '=', actor.groupId)
          .where('responsibility.measureId', 'in', chosenIds)
          .where('responsibility.state', 'in', ['accepted', 'proposed'])
          .where('responsibility.role', '<>', 'informed')
          .execute(),
  ])
  const sectors = [...groupBy(bodies, body => body.sectorId)].map(([id, group]) => ({
    id,
    nameNl: group[0]!.nameNl,
    nameEn: group[0]!.nameEn,
    bodies: group.map(({ id, code, name, colour }) => ({ id, code, name, colour })),
  }))
  return { measures, sectors, suggested: carriers.map(carrier => carrier.bodyId) }
}
