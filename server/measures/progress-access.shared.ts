import type { Actor } from '../auth/actor.shared'
import { isEditor, mandateFor } from '../auth/role-access.shared'
import type { OwningBody } from './progress.shared'

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

/** What a reader can report on a measure, for the form that does it. */
export interface Reporting {
  /** whom one can report for, the likeliest first; none where nobody carries it */
  bodies: { bodyId: string; code: string; name: string; isOwn: boolean }[]
  mayCorrect: boolean
}

/** @returns null for who may not report */
export function reportingFor(
  actor: Mandated,
  owners: readonly OwningBody[],
  newest: { bodyId: string | null } | null | undefined,
): Reporting | null {
  if (!mayReportProgress(actor, owners)) return null
  const bodies = ownersToReportFor(actor, owners).map(({ bodyId, code, name }) => ({
    bodyId,
    code,
    name,
    isOwn: mandateFor(actor, bodyId) !== undefined,
  }))
  const different = bodies.filter((body, index) => bodies.findIndex(other => other.bodyId === body.bodyId) === index)
  return { bodies: different, mayCorrect: newest != null && mayCorrectReport(actor, newest, owners) }
}
