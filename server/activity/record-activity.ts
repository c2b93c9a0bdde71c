import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'

export interface ActivityInput {
  /** noun and past participle, such as 'measure.renamed' */
  verb: string
  subjectType: string
  subjectId: string
  /** the pages that show it, such as 'measure:<id>' and 'measures'; each of them reloads what it shows */
  topics: string[]
  before?: object
  after?: object
}

/** Who an activity is recorded for; `mandateId` when it was done under another mandate than the acting one. */
export type ActivityAuthor = Pick<Actor, 'personId' | 'groupId'> & { mandate: { id: string } }

/**
 * Records what was done, in the transaction that did it (rule 9). The database announces it once that commits.
 * @param input `before` and `after` hold only what changed
 */
export async function recordActivity(
  trx: Transaction<Database>,
  actor: ActivityAuthor,
  input: ActivityInput,
): Promise<void> {
  await recordActivities(trx, actor, [input])
}

/** The same for what one act did to several records, in one query. */
export async function recordActivities(
  trx: Transaction<Database>,
  actor: ActivityAuthor,
  inputs: ActivityInput[],
): Promise<void> {
  if (inputs.length === 0) return
  const rows = inputs.map(input => rowOf(actor, input))
  await trx.insertInto('activity').values(rows).execute()
}

/** The same for what nobody did: it happened because its moment came. */
export async function recordActivityOfSystem(
  trx: Transaction<Database>,
  groupId: string,
  input: ActivityInput,
): Promise<void> {
  await trx.insertInto('activity').values(rowOf({ groupId }, input)).execute()
}

function rowOf(
  author: ActivityAuthor | { groupId: string; personId?: undefined; mandate?: undefined },
  { verb, subjectType, subjectId, topics, before, after }: ActivityInput,
) {
  const { groupId, personId, mandate } = author
  return {
    groupId,
    personId: personId ?? null,
    mandateId: mandate?.id ?? null,
    verb,
    subjectType,
    subjectId,
    topics: [...topics, `group:${groupId}`],
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
  }
}
