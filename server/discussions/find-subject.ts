import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import { readMeasureMark } from '../measures/measure-mark'

/**
 * @returns the measure that is discussed, with its text
 * @throws DomainError `not-found` when the actor's group has no such measure
 */
export async function findSubject(db: Kysely<Database>, actor: Pick<Actor, 'groupId'>, measureId: string) {
  const { id } = await readMeasureMark(db, actor, measureId)
  const document = await db
    .selectFrom('document')
    .select('id')
    .where('subjectType', '=', 'measure')
    .where('subjectId', '=', id)
    .executeTakeFirst()
  if (!document) throw new DomainError('not-found')
  return { subjectType: 'measure' as const, subjectId: id, documentId: document.id }
}

/** The pages that show a discussion, by what happens to it: lists count those that are open. */
export const topicsOf = ({ subjectType, subjectId }: { subjectType: string; subjectId: string }, isCounted = false) => [
  `${subjectType}:${subjectId}`,
  ...(isCounted ? [`${subjectType}s`] : []),
]
