import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { createDocument } from '../documents/create-document'
import { DomainError } from '../errors'
import { findAxis, lockPriority } from './find-place'
import { type CreateMeasureInput, horizonEnds } from './measure.shared'
import { mayEditMeasure } from './measure-access.shared'
import { refusalOf } from './refused-measure'

/**
 * Makes a measure with an empty text, last in its priority.
 * @returns its id
 * @throws DomainError `forbidden`; `invalid` `unknown-choice` for a priority, axis or parent of another plan; `conflict`
 *   `number-taken`
 */
export async function createMeasure(
  trx: Transaction<Database>,
  actor: Actor,
  { title, priorityId, axisId, level, kind, horizon, number, parentId = null }: CreateMeasureInput,
): Promise<string> {
  if (!mayEditMeasure(actor)) throw new DomainError('forbidden')
  const priority = await lockPriority(trx, actor, priorityId)
  if (!priority) throw new DomainError('invalid', 'unknown-choice', 'priorityId')
  const { planId, nextPosition } = priority
  if (axisId && !(await findAxis(trx, planId, axisId))) throw new DomainError('invalid', 'unknown-choice', 'axisId')

  const id = randomUUID()
  const documentId = await createDocument(trx, { groupId: actor.groupId, subjectType: 'measure', subjectId: id })
  const values = { title, priorityId, axisId, level, kind, number, parentId, ...horizonEnds(horizon) }
  try {
    await trx
      .insertInto('measure')
      .values({ id, documentId, planId, position: nextPosition, ...values })
      .execute()
  } catch (error) {
    throw refusalOf(error)
  }
  await recordActivity(trx, actor, {
    verb: 'measure.created',
    subjectType: 'measure',
    subjectId: id,
    topics: [`measure:${id}`, ...(parentId ? [`measure:${parentId}`] : []), 'measures'],
    after: values,
  })
  return id
}
