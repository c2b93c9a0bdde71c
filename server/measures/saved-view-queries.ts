import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Database } from '#db/schema/index'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { SavedView } from './saved-view.shared'

/** @returns the views that the actor made in this group and those that are shared with it, in their order */
export async function listSavedViews(db: Kysely<Database>, actor: Actor): Promise<SavedView[]> {
  return visible(db, actor).orderBy('position').orderBy('createdAt').execute()
}

/**
 * Reads a view that the actor sees, and keeps others from changing it until the transaction ends.
 * @throws DomainError `not-found`
 */
export async function lockSavedView(trx: Transaction<Database>, actor: Actor, viewId: string): Promise<SavedView> {
  const isId = z.guid().safeParse(viewId).success
  const view = isId ? await visible(trx, actor).where('id', '=', viewId).forUpdate().executeTakeFirst() : undefined
  if (!view) throw new DomainError('not-found')
  return view
}

const visible = (db: Kysely<Database>, { groupId, personId }: Actor) =>
  db
    .selectFrom('savedView')
    .select(['id', 'name', 'path', 'query', 'isShared'])
    .select(eb => eb('ownerId', '=', personId).$castTo<boolean>().as('isOwn'))
    .where('groupId', '=', groupId)
    .where(eb => eb.or([eb('ownerId', '=', personId), eb('isShared', '=', true)]))
