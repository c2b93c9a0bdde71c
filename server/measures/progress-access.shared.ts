import type { Actor } from '../auth/actor.shared'
import { isEditor, mandateFor } from '../auth/role-access.shared'

type Mandated = Pick<Actor, 'mandates'>
type Owners = readonly { bodyId: string }[]

/** Says how far a measure is: who speaks for a body that leads it or carries it along; editors on behalf of such a body. */
export const mayReportProgress = (actor: Mandated, owners: Owners) =>
  isEditor(actor) || owners.some(owner => mandateFor(actor, owner.bodyId) !== undefined)

/** The owners that somebody can report for: those one speaks for; for an editor all of them, one's own first. */
export function ownersToReportFor<Owner extends { bodyId: string }>(
  actor: Mandated,
  owners: readonly Owner[],
): Owner[] {
  const own = owners.filter(owner => mandateFor(actor, owner.bodyId))
  return isEditor(actor) ? [...own, ...owners.filter(owner => !own.includes(owner))] : own
}

/** Corrects a report: who speaks for its body, as long as that body carries the measure, or an editor. */
export const mayCorrectReport = (actor: Mandated, report: { bodyId: string | null }, owners: Owners) =>
  isEditor(actor) ||
  owners.some(owner => owner.bodyId === report.bodyId && mandateFor(actor, owner.bodyId) !== undefined)
