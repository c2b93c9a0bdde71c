import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '../schema/index'
import { lookUp } from './codes'
import { demoAccounts } from './demo-accounts'
import type { Ids } from './seed-bodies'
import { sourceBodies } from './source'

/** Before the first demo meeting, so that its minutes and the mandates agree. */
const mandatesStartOn = '2024-01-01'

/**
 * The demo accounts, each with a mandate for its body.
 * @param passwordHash argon2id; without it nobody can sign in to them
 * @returns the mandate of the coordinator, and of who speaks for each body, by its code
 */
export async function seedPeople(
  trx: Transaction<Database>,
  { groupId, bodyIds, passwordHash }: { groupId: string; bodyIds: Ids; passwordHash: string | undefined },
): Promise<{ coordinatorMandateId: string; speakers: Ids }> {
  const idByCode = Object.fromEntries(sourceBodies.map(body => [body.code, lookUp(bodyIds, body.id)]))
  const people = demoAccounts.map(account => ({ ...account, id: randomUUID(), mandateId: randomUUID() }))
  await trx
    .insertInto('person')
    .values(
      people.map(({ id, email, name }) => ({ id, email, name, passwordHash: passwordHash ?? null, isDemo: true })),
    )
    .execute()
  await trx
    .insertInto('mandate')
    .values(
      people.map(({ id, mandateId, role, bodyCode }) => ({
        id: mandateId,
        personId: id,
        bodyId: lookUp(idByCode, bodyCode),
        groupId,
        role,
        startsOn: mandatesStartOn,
      })),
    )
    .execute()
  const mandateOf = Object.fromEntries(people.map(person => [person.role, person.mandateId]))
  const speaking = people.filter(({ role }) => role === 'coordinator' || role === 'representative')
  const speakers = Object.fromEntries(speaking.map(person => [person.bodyCode, person.mandateId]))
  return { coordinatorMandateId: lookUp(mandateOf, 'coordinator'), speakers }
}
