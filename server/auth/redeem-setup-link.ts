import { sql, type Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import { DomainError } from '../errors'
import { hashPassword } from './password'
import type { SetupInput, SetupState } from './setup.shared'
import { lockAndFindPeople, readSetupState } from './setup-link'
import { hashToken } from './token'

/**
 * Makes the first coordinator, and with them the group and the body where these are missing. The link works once, and only
 * as long as there is nobody.
 * @param input parsed with `setupInput` of the state that stands
 * @throws DomainError 'not-found' (setup-link-unknown); 'invalid' (choose-one) for a body or a sector that does not exist
 */
export async function redeemSetupLink(
  trx: Transaction<Database>,
  token: string,
  input: SetupInput,
): Promise<{ personId: string }> {
  // Everything below is judged behind this lock, so of two who hurry with a link only the first is served.
  await lockAndFindPeople(trx)
  const state = await readSetupState(trx, token)
  await trx
    .updateTable('setupLink')
    .set({ usedAt: sql<Date>`now()` })
    .where('tokenHash', '=', hashToken(token))
    .execute()

  const bodyId =
    state.bodies.length > 0 ? chosen(state.bodies, input.bodyId, 'bodyId') : await makeBody(trx, state, input)
  const groupId = state.group?.id ?? (await makeGroup(trx, bodyId, input))
  const { name, email } = input
  const passwordHash = await hashPassword(input.password)
  const person = await trx
    .insertInto('person')
    .values({ name, email, passwordHash })
    .returning('id')
    .executeTakeFirstOrThrow()
  const mandate = await trx
    .insertInto('mandate')
    .values({ personId: person.id, bodyId, groupId, role: 'coordinator' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(
    trx,
    { personId: person.id, groupId, mandate },
    {
      verb: 'mandate.started',
      subjectType: 'mandate',
      subjectId: mandate.id,
      topics: [],
      after: { personId: person.id, bodyId, role: 'coordinator' },
    },
  )
  return { personId: person.id }
}

async function makeBody(trx: Transaction<Database>, { sectors }: SetupState, input: SetupInput): Promise<string> {
  const { bodyName, bodyCode, bodyLevel } = input
  if (!bodyName || !bodyCode || !bodyLevel) throw new DomainError('invalid', 'required', 'bodyName')
  const sectorId = chosen(sectors, input.sectorId, 'sectorId')
  const body = await trx
    .insertInto('body')
    .values({ code: bodyCode, name: bodyName, level: bodyLevel, sectorId, kind: 'department' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return body.id
}

async function makeGroup(trx: Transaction<Database>, coordinatingBodyId: string, { groupName }: SetupInput) {
  if (!groupName) throw new DomainError('invalid', 'required', 'groupName')
  const group = await trx
    .insertInto('consultationGroup')
    .values({ name: groupName, kind: 'horizontal', coordinatingBodyId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return group.id
}

function chosen(rows: { id: string }[], id: string | undefined, field: string): string {
  const row = rows.find(row => row.id === id)
  if (!row) throw new DomainError('invalid', 'choose-one', field)
  return row.id
}
