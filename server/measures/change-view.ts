import type { Transaction } from 'kysely'
import type { Database } from '#db/schema/index'
import { recordActivity } from '../activity/record-activity'
import type { Actor } from '../auth/actor.shared'
import { DomainError } from '../errors'
import type { ChangeViewInput, DeleteViewInput } from './saved-view.shared'
import { mayChangeView, mayShareView } from './saved-view-access.shared'
import { lockSavedView } from './saved-view-queries'

/**
 * Gives a saved view another name, offers it to the group, or takes that back.
 * @throws DomainError `not-found`; `forbidden`
 */
export async function changeView(
  trx: Transaction<Database>,
  actor: Actor,
  { viewId, name, isShared }: ChangeViewInput,
): Promise<void> {
  const view = await lockSavedView(trx, actor, viewId)
  if (!mayChangeView(actor, view)) throw new DomainError('forbidden')
  if (isShared && !view.isShared && !mayShareView(actor)) throw new DomainError('forbidden')
  if (name === view.name && isShared === view.isShared) return
  await trx.updateTable('savedView').set({ name, isShared }).where('id', '=', viewId).execute()
  const wasSeen = view.isShared || isShared
  await recordActivity(trx, actor, {
    verb: 'saved-view.changed',
    subjectType: 'saved-view',
    subjectId: viewId,
    topics: wasSeen ? ['saved-views'] : [],
    ...(wasSeen && { before: { name: view.name, isShared: view.isShared }, after: { name, isShared } }),
  })
}

/**
 * Deletes a saved view; what it showed stays as it is.
 * @throws DomainError `not-found`; `forbidden`
 */
export async function deleteView(trx: Transaction<Database>, actor: Actor, { viewId }: DeleteViewInput): Promise<void> {
  const view = await lockSavedView(trx, actor, viewId)
  if (!mayChangeView(actor, view)) throw new DomainError('forbidden')
  await trx.deleteFrom('savedView').where('id', '=', viewId).execute()
  await recordActivity(trx, actor, {
    verb: 'saved-view.deleted',
    subjectType: 'saved-view',
    subjectId: viewId,
    topics: view.isShared ? ['saved-views'] : [],
    ...(view.isShared && { before: { name: view.name, path: view.path, query: view.query } }),
  })
}
