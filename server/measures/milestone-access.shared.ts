import type { Actor } from '../auth/actor.shared'
import { isEditor, mandateFor } from '../auth/role-access.shared'

/**
 * The mandate under which the actor plans milestones of a measure and says that they were reached, if there is one: that of
 * an editor, or that for the body which has accepted to lead it and so knows best.
 */
export const mayPlanMilestones = (
  actor: Pick<Actor, 'mandate' | 'mandates'>,
  { leadBodyId }: { leadBodyId: string | null },
): { id: string } | undefined => {
  if (isEditor(actor)) return actor.mandate
  return leadBodyId ? mandateFor(actor, leadBodyId) : undefined
}
