import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { bodyKinds, levels, lookUp, partsInConsultation } from './codes'
import { sectorOf, sectors } from './sectors'
import { certaintyOf, sourceBodies, sourceGroup } from './source'

/** The ids of what was seeded, by the id that the source files use. */
export type Ids = Record<string, string>

/** @returns whether there were sectors to add */
export async function seedSectors(trx: Transaction<Database>): Promise<boolean> {
  const added = await trx
    .insertInto('sector')
    .values(sectors)
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** Every body that has a part in the policy. */
export async function seedBodies(trx: Transaction<Database>): Promise<Ids> {
  const ids: Ids = Object.fromEntries(sourceBodies.map(body => [body.id, randomUUID()]))
  await trx
    .insertInto('body')
    .values(
      sourceBodies.map(body => ({
        id: lookUp(ids, body.id),
        code: body.code,
        name: body.nameNl,
        sectorId: sectorOf(body),
        level: lookUp(levels, body.level),
        kind: lookUp(bodyKinds, body.kind),
        partInConsultation: lookUp(partsInConsultation, body.role),
        formerNames: body.formerNames ?? [],
        note: body.note ?? null,
        source: body.source,
        certainty: certaintyOf(body.certainty),
      })),
    )
    .execute()
  return ids
}

/** @returns the id of the Horizontaal Overleg Vrijwilligersbeleid */
export async function seedGroup(trx: Transaction<Database>, bodyIds: Ids): Promise<string> {
  const { id } = await trx
    .insertInto('consultationGroup')
    .values({
      name: sourceGroup.name,
      kind: 'horizontal',
      coordinatingBodyId: lookUp(bodyIds, sourceGroup.coordinatorSectorId),
      foundedYear: sourceGroup.foundedYear,
      note: sourceGroup.note,
      source: sourceGroup.foundedSource,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
