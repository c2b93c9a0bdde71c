import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import type { FactChoices } from './measure-detail.shared'

/**
 * What there is to choose from for the facts that fewer measures have. What a measure can be part of is of its own plan, and
 * neither itself nor one of its parts. The caller has checked that the reader may see the measure.
 */
export async function readFactChoices(db: Kysely<Database>, actor: Actor, measureId: string): Promise<FactChoices> {
  const [basicFunctions, groups, parents] = await Promise.all([
    db
      .selectFrom('basicFunction')
      .select(['id', 'nameNl', 'nameEn', 'label', 'definition', 'certainty'])
      .orderBy('position')
      .execute(),
    db
      .selectFrom('measure')
      .innerJoin('plan', 'plan.id', 'measure.planId')
      .select(sql<string>`unnest(measure.target_groups)`.as('name'))
      .distinct()
      .where('plan.groupId', '=', actor.groupId)
      .orderBy('name')
      .limit(40)
      .execute(),
    db
      .withRecursive('part', query =>
        query
          .selectFrom('measure')
          .select('measure.id')
          .where('measure.id', '=', measureId)
          .union(query.selectFrom('measure').innerJoin('part', 'part.id', 'measure.parentId').select('measure.id')),
      )
      .selectFrom('measure')
      .innerJoin('priority', 'priority.id', 'measure.priorityId')
      .select(['measure.id', 'measure.number', 'measure.title'])
      .where('measure.planId', '=', eb =>
        eb.selectFrom('measure as self').select('self.planId').where('self.id', '=', measureId),
      )
      .where('measure.id', 'not in', eb => eb.selectFrom('part').select('part.id'))
      .orderBy('priority.position')
      .orderBy('measure.position')
      .orderBy('measure.title')
      .execute(),
  ])
  return { basicFunctions, targetGroups: groups.map(group => group.name), parents }
}
