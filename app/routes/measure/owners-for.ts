import type { Actor } from '#server/auth/actor.shared'
import { isCoordinator } from '#server/auth/role-access.shared'
import { mayAnswerResponsibility, mayEndResponsibility, mayProposeOwner } from '#server/measures/measure-access.shared'
import type { ResponsibilityOnMeasure } from '#server/measures/responsibility.shared'

/** A responsibility, with what this reader can do about it. */
export type Owner = ResponsibilityOnMeasure & {
  can: { accept: boolean; handBack: boolean; withdraw: boolean; end: boolean; endWithoutReason: boolean }
}

export function ownersFor(actor: Actor, responsibilities: ResponsibilityOnMeasure[]): Owner[] {
  return responsibilities.map(responsibility => {
    const isProposed = responsibility.state === 'proposed'
    const isAccepted = responsibility.state === 'accepted'
    const mayAnswer = mayAnswerResponsibility(actor, responsibility) !== undefined
    const can = {
      accept: isProposed && mayAnswer,
      handBack: (isProposed || isAccepted) && mayAnswer,
      withdraw: isProposed && mayProposeOwner(actor),
      end: isAccepted && mayEndResponsibility(actor, responsibility),
      endWithoutReason: isCoordinator(actor),
    }
    return { ...responsibility, can }
  })
}
