import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { widestRoleFirst } from './read-actor'

export { demoPassword } from '#db/seed/demo-accounts'

/** @returns the demo accounts that stand in the database, by name, with the body that each acts for */
export async function readDemoAccounts(db: Kysely<Database>) {
  return db
    .selectFrom('person')
    .innerJoin('mandate', 'mandate.personId', 'person.id')
    .innerJoin('body', 'body.id', 'mandate.bodyId')
    .innerJoin('sector', 'sector.id', 'body.sectorId')
    .select(['person.email', 'mandate.role', 'body.code as bodyCode', 'body.name as bodyName', 'sector.colour'])
    .where('person.isDemo', '=', true)
    .where('person.disabledAt', 'is', null)
    .where('mandate.endsOn', 'is', null)
    .orderBy(widestRoleFirst)
    .orderBy('person.email')
    .execute()
}
